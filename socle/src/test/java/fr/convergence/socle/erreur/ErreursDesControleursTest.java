package fr.convergence.socle.erreur;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
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
                Arguments.of(new DuplicateKeyException("nom pris"), 500),
                Arguments.of(new UncategorizedSQLException("lire", null, new SQLException("?", "XX000")), 500),
                Arguments.of(new BadSqlGrammarException("lire", "selec", new SQLException("?", "42601")), 500),
                Arguments.of(new IllegalStateException("secret interne"), 500));
    }

    /** Ce qui peut sortir d'une requête à l'instant où PostgreSQL meurt, selon ce qu'elle y faisait. */
    static Stream<Exception> pannes() {
        var rompue = new SQLException("An I/O error occurred while sending to the backend.", "08006");
        var perdue = new DataAccessResourceFailureException("base arrêtée", rompue);
        return Stream.of(
                perdue,
                new CannotGetJdbcConnectionException("aucune connexion", rompue),
                new CannotCreateTransactionException("aucune connexion", rompue),
                new TransactionSystemException("connexion perdue"),
                new TransactionTimedOutException("trop long"),
                new QueryTimeoutException("trop long"),
                new CannotAcquireLockException("verrou"),
                new RecoverableDataAccessException("à refaire"),
                new TransientDataAccessResourceException("à refaire"),
                // Une ligne qui se lit encore quand sa connexion vient d'être rompue.
                new UncategorizedSQLException("lire", null, new SQLException("This ResultSet is closed.", "55000")),
                new UncategorizedSQLException("lire", null, new SQLException("arrêt", "57P01")),
                new UncategorizedSQLException("écrire", null, new SQLException("lecture seule", "25006")),
                new DataIntegrityViolationException("fin", new SQLTransientConnectionException("attente")),
                // La page se compose : le jeton, la session se lisent à ce moment-là.
                new TemplateException("Failed to render page.jte", perdue),
                new ServletException("Request processing failed", perdue),
                new HttpMessageNotReadableException("corps", perdue, new MockHttpInputMessage(new byte[0])),
                new HttpMessageNotWritableException("réponse", perdue),
                new IOException(perdue),
                new UncheckedIOException(new IOException(rompue)),
                // Un compte qui ne se lit pas n'est pas un mot de passe faux.
                new InternalAuthenticationServiceException("compte", perdue),
                new AuthenticationServiceException("compte", rompue),
                new ExecutionException(perdue),
                new CompletionException(perdue),
                new UndeclaredThrowableException(rompue),
                new IllegalStateException("enveloppe", new RuntimeException(new RuntimeException(rompue))));
    }

    @Test
    void une_cause_qui_se_designe_elle_meme_ne_fait_pas_tourner_en_rond() {
        var une = new IllegalStateException("une");
        var autre = new IllegalStateException("autre", une);
        une.initCause(autre);

        assertThat(ErreursDesControleurs.passagere(une)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("erreurs")
    void une_erreur_a_le_statut_de_sa_cause(Throwable erreur, int statut) {
        var page = ErreursDesControleurs.page(erreur, new MockHttpServletRequest("GET", "/essai"));

        assertThat(page.statut().value()).isEqualTo(statut);
        assertThat(page.repere() == null).isEqualTo(statut < 500);
    }
}
