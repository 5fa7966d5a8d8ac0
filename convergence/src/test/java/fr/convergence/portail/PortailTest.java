package fr.convergence.portail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TestDuPortail
final class PortailTest {

    @Autowired
    MockMvcTester web;

    @Test
    void l_accueil_repond_a_un_visiteur() {
        assertThat(web.get().uri("/")).hasStatusOk().bodyText().contains("Une plateforme nationale");
    }

    @Test
    void une_route_inconnue_n_est_pas_trouvee() {
        assertThat(web.get().uri("/inconnue")).hasStatus(404);
    }
}
