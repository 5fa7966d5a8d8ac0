package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.page.Cadre;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un envoi sans JavaScript qui s'interrompt entre deux fichiers : rien ne se perd de vue, et le même envoi le finit. */
@TestDuPortail
@Tag("PCE-1")
final class DepotSansScriptTest extends EssaisDeDepot {

    private static final Path DEPOT = TestDuPortail.RANGEMENT.resolve("fichiers");

    @Autowired
    private JdbcClient base;

    @Test
    void un_objet_recu_avant_une_panne_est_toujours_designe() throws Exception {
        var avant = objets();

        assertThat(envoyer(UUID.randomUUID(), fichier("un.pdf"), illisible("deux.pdf")))
                .hasStatus(500);

        var recus = new HashSet<>(objets());
        recus.removeAll(avant);
        assertThat(recus).as("le premier fichier est arrivé").isNotEmpty();
        assertThat(designes()).containsAll(recus);
    }

    @Test
    void le_meme_envoi_repris_finit_ce_que_la_panne_a_interrompu_sans_rien_deposer_deux_fois() {
        var cle = UUID.randomUUID();
        envoyer(cle, fichier("un.pdf"), illisible("deux.pdf"));

        assertThat(envoyer(cle, fichier("un.pdf"), fichier("deux.pdf"))).hasStatus(303);
        assertThat(envoyer(cle, fichier("un.pdf"), fichier("deux.pdf")))
                .as("et une fois de plus")
                .hasStatus(303);

        assertThat(depots.de(dossier, "preuves"))
                .extracting(PieceDeposee::nom)
                .containsExactlyInAnyOrder("un.pdf", "deux.pdf");
        assertThat(depots.de(dossier, "preuves")).noneMatch(piece -> piece.etat() instanceof EtatFichier.EnCours);
    }

    @Test
    @Tag("CNX-7")
    void une_page_arretee_rend_l_espace_de_depot_et_ne_repart_pas_sans_ses_fichiers_en_silence() {
        var arretee = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("multipart/form-data; boundary=x")
                .content(
                        "--x\r\nContent-Disposition: form-data; name=\"preuves\"; filename=\"un.pdf\"\r\n\r\n%PDF\r\n--x--\r\n")
                .exchange();
        assertThat(arretee)
                .hasStatus(401)
                .bodyText()
                .contains("type=\"file\" id=\"preuves\"", "name=\"_attendus.preuves\" value=\"un.pdf\"");

        assertThat(renvoyer("_attendus.preuves", "un.pdf"))
                .hasStatus(422)
                .bodyText()
                .contains("un.pdf n’est pas arrivé. Déposez-le de nouveau ci-dessous.")
                .doesNotContain("Envoyer sans ce fichier");
        assertThat(renvoyer("_attendus.preuves", "un.pdf", "_sans.preuves", "oui"))
                .hasStatus(303);
    }

    private MvcTestResult renvoyer(String... champs) {
        var envoi = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .param("suite", "brouillon");
        for (var i = 0; i < champs.length; i += 2) {
            envoi.param(champs[i], champs[i + 1]);
        }
        return envoi.exchange();
    }

    private MvcTestResult envoyer(UUID cle, MockMultipartFile... fichiers) {
        var envoi = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .multipart()
                .param(Cadre.CLE_D_ENVOI, cle.toString())
                .param("envoyer", "preuves");
        for (var fichier : fichiers) {
            envoi = envoi.file(fichier);
        }
        return envoi.exchange();
    }

    private static MockMultipartFile fichier(String nom) {
        return new MockMultipartFile("preuves", nom, "application/pdf", PDF);
    }

    /** Il se lit une fois, quand l'envoi se reconnaît, et plus quand il se reçoit. */
    private static MockMultipartFile illisible(String nom) {
        return new MockMultipartFile("preuves", nom, "application/pdf", PDF) {
            private boolean lu;

            @Override
            public InputStream getInputStream() throws IOException {
                if (lu) {
                    throw new IOException("le disque des fichiers provisoires est parti");
                }
                lu = true;
                return super.getInputStream();
            }
        };
    }

    private static Set<String> objets() throws IOException {
        try (var fichiers = Files.walk(DEPOT)) {
            return fichiers.map(fichier -> fichier.getFileName().toString())
                    .filter(nom -> nom.matches("[0-9a-f]{32}"))
                    .collect(Collectors.toSet());
        }
    }

    private Set<String> designes() {
        return base.sql("select objet from fichier_segment union select objet from fichier_rebut")
                .query(String.class)
                .set();
    }
}
