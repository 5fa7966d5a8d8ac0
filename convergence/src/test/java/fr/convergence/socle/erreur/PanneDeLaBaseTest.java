package fr.convergence.socle.erreur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.page.ErreurPage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Ce qui échappe aux contrôleurs : les filtres, la session qui s'écrit à la fin, la page d'erreur elle-même. */
@TestDuPortail
final class PanneDeLaBaseTest {

    @Autowired
    PanneDeLaBase filtre;

    @Autowired
    ErreursDesControleurs controleurs;

    @ParameterizedTest
    @MethodSource("fr.convergence.socle.erreur.ErreursDesControleursTest#pannes")
    void une_base_perdue_dans_un_filtre_dit_d_attendre_quoi_qui_l_enveloppe(Exception panne) throws Exception {
        verifier(passer(new MockHttpServletRequest("GET", "/essai"), panne));
    }

    @ParameterizedTest
    @MethodSource("fr.convergence.socle.erreur.ErreursDesControleursTest#pannes")
    void une_base_perdue_dans_un_controleur_dit_d_attendre_quoi_qui_l_enveloppe(Exception panne) throws Exception {
        var requete = new MockHttpServletRequest("GET", "/essai");
        var vue = controleurs.traiter(panne, requete, new MockHttpServletResponse());

        assertThat(vue).isInstanceOfSatisfying(ErreurPage.class, page -> {
            assertThat(page.statut().value()).isEqualTo(503);
            assertThat(page.attente(Instant.EPOCH)).hasValue(Duration.ofSeconds(30));
        });
    }

    @Test
    void la_page_d_un_refus_le_dit_aussi_quand_la_session_ne_se_lit_plus() throws Exception {
        var requete = new MockHttpServletRequest("GET", "/error");
        requete.setDispatcherType(DispatcherType.ERROR);
        requete.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/essai");

        verifier(passer(requete, new DataAccessResourceFailureException("base arrêtée")));
    }

    @Test
    void le_reste_suit_son_cours() {
        var autre = new IOException("le visiteur est parti");

        assertThatThrownBy(() -> passer(new MockHttpServletRequest("GET", "/essai"), autre))
                .isSameAs(autre);
    }

    private MockHttpServletResponse passer(MockHttpServletRequest requete, Exception panne)
            throws IOException, ServletException {
        var reponse = new MockHttpServletResponse();
        filtre.doFilter(requete, reponse, chaine(panne));
        return reponse;
    }

    private static FilterChain chaine(Exception panne) {
        return (_, _) -> {
            switch (panne) {
                case IOException io -> throw io;
                case ServletException servlet -> throw servlet;
                case RuntimeException autre -> throw autre;
                default -> throw new ServletException(panne);
            }
        };
    }

    private static void verifier(MockHttpServletResponse reponse) throws IOException {
        assertThat(reponse.getStatus()).isEqualTo(503);
        assertThat(reponse.getHeader("Retry-After")).isEqualTo("30");
        assertThat(reponse.getContentAsString()).contains("Service momentanément indisponible");
    }
}
