package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

/** Le même fichier envoyé deux fois au même instant : deux onglets, ou une réponse perdue que le navigateur redemande. */
@TestDuPortail
@Tag("PCE-1")
final class EnvoiRepeteTest extends EssaisDeDepot {

    private static final String DATE = "1790000000000";

    @Test
    void huit_creations_simultanees_du_meme_envoi_n_ouvrent_qu_un_fichier() throws Exception {
        try (var fils = Executors.newFixedThreadPool(8)) {
            Callable<String> creation = () -> Depots.adresse(creer("rapport.pdf", PDF.length, DATE));
            var adresses = fils.invokeAll(Collections.nCopies(8, creation)).stream()
                    .map(Future::resultNow)
                    .distinct();
            assertThat(adresses).hasSize(1);
        }
        assertThat(depots.de(dossier, "preuves")).hasSize(1);
    }

    @Test
    void une_creation_repetee_ne_prend_pas_la_place_d_une_question_a_un_seul_fichier() {
        var premiere = depots.creer(claire, dossier, "rib", "rib.pdf", PDF.length, DATE);
        var seconde = depots.creer(claire, dossier, "rib", "rib.pdf", PDF.length, DATE);

        assertThat(Depots.adresse(seconde)).isEqualTo(Depots.adresse(premiere));
    }

    @Test
    void le_second_onglet_apprend_ou_en_est_le_premier() {
        var envoi = Depots.adresse(creer("rapport.pdf", PDF.length, DATE));
        depots.envoyer(claire, envoi, 0, PDF);

        var second = Depots.adresse(creer("rapport.pdf", PDF.length, DATE));
        assertThat(depots.envoyer(claire, second, 0, PDF).getStatus()).isEqualTo(409);
        assertThat(depots.demander(claire, HttpMethod.HEAD, second).getHeader("Upload-Offset"))
                .isEqualTo(String.valueOf(PDF.length));
        assertThat(depots.de(dossier, "preuves")).hasSize(1);
    }

    @Test
    void un_autre_fichier_du_meme_nom_reste_un_autre_fichier() {
        creer("rapport.pdf", PDF.length, DATE);
        creer("rapport.pdf", PDF.length, "1790000000001");
        creer("rapport.pdf", PDF.length + 1, DATE);
        creer("autre.pdf", PDF.length, DATE);
        depots.creer(claire, dossier, "rib", "rapport.pdf", PDF.length, DATE);
        depots.creer(claire, dossier, "preuves", "rapport.pdf", PDF.length);

        assertThat(depots.de(dossier, "preuves")).hasSize(5);
        assertThat(depots.de(dossier, "rib")).hasSize(1);
    }

    @Test
    void un_fichier_annule_ou_refuse_se_renvoie() {
        var annule = Depots.adresse(creer("rapport.pdf", PDF.length, DATE));
        depots.demander(claire, HttpMethod.DELETE, annule);
        assertThat(Depots.adresse(creer("rapport.pdf", PDF.length, DATE))).isNotEqualTo(annule);

        var programme = Arrays.copyOf("MZ ceci est un programme".getBytes(), PDF.length);
        var refuse = Depots.adresse(creer("prog.pdf", PDF.length, DATE));
        depots.envoyer(claire, refuse, 0, programme);
        analyse.analyserLot();
        assertThat(Depots.adresse(creer("prog.pdf", PDF.length, DATE))).isNotEqualTo(refuse);
    }

    @Test
    void une_date_forgee_est_ignoree() {
        for (var date : new String[] {"", "-1", "demain", "9".repeat(40), "1\u0000"}) {
            assertThat(creer("rapport.pdf", PDF.length, date).getStatus())
                    .as(date)
                    .isEqualTo(201);
        }
        assertThat(depots.de(dossier, "preuves")).hasSize(5);
    }

    private MockHttpServletResponse creer(String nom, long taille, String modifie) {
        return depots.creer(claire, dossier, "preuves", nom, taille, modifie);
    }
}
