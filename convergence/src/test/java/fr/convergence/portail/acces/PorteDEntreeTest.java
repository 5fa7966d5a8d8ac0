package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ce que reçoit une page restée ouverte quand sa session a fini. */
@TestDuPortail
final class PorteDEntreeTest {

    private static final String SAISIE = "/dossiers/ABCDEFGHIJ/candidature/reponses/role";

    @Autowired
    MockMvcTester web;

    @Test
    void une_page_entiere_mene_a_la_connexion() {
        var reponse = web.get().uri("/tableau-de-bord").exchange();

        assertThat(reponse).hasStatus(302);
        assertThat(reponse.getResponse().getRedirectedUrl()).endsWith("/connexion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/instruction", "/instruction/ABCDEFGHIJ", "/administration", "/administration/journal"})
    void l_espace_de_l_equipe_mene_a_sa_connexion_et_la_page_demandee_se_retient(String chemin) {
        var reponse = web.get().uri(chemin).exchange();

        assertThat(reponse).hasStatus(302);
        assertThat(reponse.getResponse().getRedirectedUrl()).endsWith("/connexion/equipe");
        assertThat(reponse.getResponse().getHeader("Set-Cookie"))
                .as("la session qui retient la page")
                .isNotNull();
    }

    @Test
    void un_script_recoit_401_et_la_page_garde_ce_qui_est_tape() {
        var reponse =
                web.get().uri("/tableau-de-bord").header("HX-Request", "true").exchange();

        assertThat(reponse).hasStatus(401).doesNotContainHeader("Location").doesNotContainHeader("HX-Redirect");
        assertThat(web.post().uri(SAISIE).header("HX-Request", "true").with(csrf()))
                .hasStatus(401);
    }

    @Test
    void un_jeton_mort_se_dit_en_page_ou_en_401() {
        assertThat(web.post().uri(SAISIE)).hasStatus(403).bodyText().contains("Votre page a expiré");
        assertThat(web.post().uri(SAISIE).header("HX-Request", "true")).hasStatus(401);
        assertThat(web.post().uri(SAISIE).header("Tus-Resumable", "1.0.0")).hasStatus(401);
    }
}
