package fr.convergence.portail.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

final class ErreursDesControleursTest {

    static Stream<Arguments> erreurs() {
        return Stream.of(
                Arguments.of(new InvalidParameterException("trop gros", 413), 413),
                Arguments.of(new InvalidParameterException("mal écrit"), 400),
                Arguments.of(new MaxUploadSizeExceededException(10), 413),
                Arguments.of(new MultipartException("mal écrit"), 400),
                Arguments.of(
                        new MultipartException("disque", new IOFileUploadException("plein", new IOException())), 500),
                Arguments.of(new HttpMediaTypeNotSupportedException("text/x"), 415),
                Arguments.of(new HttpRequestMethodNotSupportedException("PUT"), 405),
                Arguments.of(new ResponseStatusException(HttpStatus.CONFLICT), 409),
                Arguments.of(new DataAccessResourceFailureException("base arrêtée"), 503),
                Arguments.of(new TransactionSystemException("connexion perdue"), 503),
                Arguments.of(new IllegalStateException("secret interne"), 500));
    }

    @ParameterizedTest
    @MethodSource("erreurs")
    void une_erreur_a_le_statut_de_sa_cause(Throwable erreur, int statut) {
        var page = ErreursDesControleurs.page(erreur, new MockHttpServletRequest("GET", "/essai"));

        assertThat(page.statut().value()).isEqualTo(statut);
        assertThat(page.repere() == null).isEqualTo(statut < 500);
    }
}
