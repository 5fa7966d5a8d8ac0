package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.socle.fichier.EtatFichier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** L'envoi des fichiers d'une question : à qui, combien, jusqu'à quand. */
@TestDuPortail
@Tag("PCE-1")
@Tag("PCE-4")
final class TeleversementTest extends EssaisDeDepot {

    @Test
    void un_envoi_coupe_reprend_ou_il_s_etait_arrete() {
        var capacites =
                depots.demander(claire, HttpMethod.OPTIONS, Depots.adresse(dossier) + "/televersements/preuves");
        assertThat(capacites.getHeader("Tus-Extension")).contains("creation");

        var envoi = Depots.adresse(depots.creer(claire, dossier, "preuves", "rapport.pdf", PDF.length));
        depots.envoyer(claire, envoi, 0, Arrays.copyOf(PDF, 100));
        assertThat(depots.de(dossier, "preuves")).noneMatch(PieceDeposee::recevable);

        var tete = depots.demander(claire, HttpMethod.HEAD, envoi);
        assertThat(tete.getHeader("Upload-Offset")).isEqualTo("100");
        depots.envoyer(claire, envoi, 100, Arrays.copyOfRange(PDF, 100, PDF.length));

        var piece = depots.de(dossier, "preuves").getFirst();
        assertThat(piece.enAnalyse()).isTrue();
        assertThat(piece.nom()).isEqualTo("rapport.pdf");
        assertThat(piece.sha256()).isNotNull();
    }

    @Test
    void un_envoi_s_annule_et_rend_sa_place() {
        var envoi = Depots.adresse(depots.creer(claire, dossier, "rib", "rib.pdf", PDF.length));
        assertThat(depots.creer(claire, dossier, "rib", "autre.pdf", 10).getStatus())
                .isEqualTo(422);

        assertThat(depots.demander(claire, HttpMethod.DELETE, envoi).getStatus())
                .isEqualTo(204);

        assertThat(depots.de(dossier, "rib")).isEmpty();
        assertThat(depots.creer(claire, dossier, "rib", "autre.pdf", 10).getStatus())
                .isEqualTo(201);
    }

    @Test
    void sans_jeton_anti_rejeu_rien_n_entre() {
        var reponse = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/televersements/preuves")
                .with(authentication(Depots.jeton(claire)))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", 10)
                .exchange();
        assertThat(reponse)
                .as("la page garde son envoi et propose de se reconnecter")
                .hasStatus(401);
    }

    @Test
    void l_espace_d_un_autre_referent_n_existe_pas() {
        var envoi = Depots.adresse(depots.creer(claire, dossier, "preuves", "rapport.pdf", PDF.length));
        var paul = depots.referent();

        assertThat(depots.creer(paul, dossier, "preuves", "a.pdf", 10).getStatus())
                .isEqualTo(404);
        assertThat(depots.envoyer(paul, envoi, 0, PDF).getStatus()).isEqualTo(404);
        assertThat(depots.demander(paul, HttpMethod.HEAD, envoi).getStatus()).isEqualTo(404);
        assertThat(depots.demander(paul, HttpMethod.DELETE, envoi).getStatus()).isEqualTo(404);
        assertThat(depots.creer(claire, dossier, "inconnue", "a.pdf", 10).getStatus())
                .isEqualTo(404);
        assertThat(depots.creer(depots.verificateur(Role.ARS, "76"), dossier, "preuves", "a.pdf", 10)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void chaque_limite_se_dit_en_une_phrase() {
        assertRefuse("vide.pdf", 0, "Ce fichier est vide.");
        assertRefuse("gros.pdf", 10_000_001, "Ce fichier dépasse la taille permise");
        assertRefuse("prog.exe", 10, "Ce format n’est pas accepté ici. Formats autorisés : pdf, zip.");
        assertRefuse("facture.exe.pdf", 10, "deux extensions");
        assertThat(depots.creer(claire, dossier, "preuves", "juste.pdf", 10_000_000)
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void un_programme_renomme_est_refuse_a_l_analyse_et_se_remplace() {
        depots.depose(claire, dossier, "rib", "rib.pdf", "MZ ceci est un programme".getBytes());
        analyse.analyserLot();

        var refuse = depots.de(dossier, "rib").getFirst();
        assertThat(refuse.etat()).isInstanceOf(EtatFichier.Refuse.class);
        assertThat(refuse.recevable()).isFalse();
        assertThat(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/pieces/rib")))
                .contains("Refusé", "il contient un programme");

        depots.depose(claire, dossier, "rib", "rib.pdf", PDF);
        assertThat(depots.de(dossier, "rib")).singleElement().matches(PieceDeposee::recevable);
    }

    @Test
    void ou_il_n_en_va_qu_un_un_autre_fichier_prend_la_place_du_refuse() {
        var programme = "MZ ceci est un programme".getBytes();
        depots.depose(claire, dossier, "rib", "scan.pdf", programme);
        depots.depose(claire, dossier, "preuves", "scan.pdf", programme);
        analyse.analyserLot();

        depots.depose(claire, dossier, "rib", "releve.pdf", PDF);
        depots.depose(claire, dossier, "preuves", "releve.pdf", PDF);
        assertThat(depots.de(dossier, "rib")).extracting(PieceDeposee::nom).containsExactly("releve.pdf");
        assertThat(depots.de(dossier, "preuves"))
                .as("où il en va plusieurs, le refus des autres reste à lire")
                .extracting(PieceDeposee::nom)
                .containsExactly("scan.pdf", "releve.pdf");
    }

    @Test
    void un_dossier_ne_depasse_pas_sa_place() {
        for (var rang = 0; rang < 21; rang++) {
            assertThat(depots.creer(claire, dossier, "gros", rang + ".zip", 100_000_000)
                            .getStatus())
                    .isEqualTo(201);
        }
        for (var rang = 0; rang < 4; rang++) {
            assertThat(depots.creer(claire, dossier, "preuves", rang + ".pdf", 10_000_000)
                            .getStatus())
                    .isEqualTo(201);
        }
        var refus = depots.creer(claire, dossier, "preuves", "de-trop.pdf", 10_000_000);
        assertThat(refus.getStatus()).isEqualTo(422);
        assertThat(Depots.texte(refus)).contains("place qui reste");
    }

    @Test
    void vingt_envois_simultanes_n_ouvrent_que_dix_places() throws Exception {
        try (var fils = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> envois = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(
                            rang -> () -> depots.creer(claire, dossier, "preuves", "p" + rang + ".pdf", 100)
                                    .getStatus())
                    .toList();
            var statuts = fils.invokeAll(envois).stream()
                    .map(futur -> futur.resultNow())
                    .toList();
            assertThat(statuts.stream().filter(statut -> statut == 201)).hasSize(10);
            assertThat(statuts.stream().filter(statut -> statut == 422)).hasSize(10);
        }
        assertThat(Depots.texte(depots.creer(claire, dossier, "preuves", "onze.pdf", 100)))
                .contains("10 fichiers au plus");
    }

    @Test
    void une_etape_transmise_pendant_l_envoi_l_arrete() {
        var envoi = Depots.adresse(depots.creer(claire, dossier, "preuves", "rapport.pdf", PDF.length));
        depots.envoyer(claire, envoi, 0, Arrays.copyOf(PDF, 100));
        depots.depose(claire, dossier, "rib", "rib.pdf", PDF);

        depots.transmettre(claire, dossier);

        var suite = depots.envoyer(claire, envoi, 100, Arrays.copyOfRange(PDF, 100, PDF.length));
        assertThat(suite.getStatus()).isEqualTo(410);
        assertThat(Depots.texte(suite)).contains("ne se modifie plus");
        assertThat(depots.creer(claire, dossier, "preuves", "a.pdf", 10).getStatus())
                .isEqualTo(422);
        assertThat(depots.de(dossier, "preuves")).isEmpty();
        assertThat(depots.de(dossier, "rib")).hasSize(1);
    }

    @Test
    void un_retour_limite_ne_rouvre_que_les_questions_nommees_jusqu_a_son_delai() {
        depots.transmettre(claire, dossier);
        var maintenant = depots.horloge().instant();
        rendre(maintenant.plus(Duration.ofDays(5)));

        assertThat(depots.creer(claire, dossier, "rib", "a.pdf", 10).getStatus())
                .isEqualTo(201);
        assertThat(depots.creer(claire, dossier, "preuves", "a.pdf", 10).getStatus())
                .isEqualTo(422);
    }

    @Test
    void un_retour_dont_le_delai_est_passe_ne_se_modifie_plus() {
        depots.transmettre(claire, dossier);
        rendre(depots.horloge().instant().minusSeconds(1));

        assertThat(depots.creer(claire, dossier, "rib", "a.pdf", 10).getStatus())
                .isEqualTo(422);
    }

    private void rendre(Instant retourAvant) {
        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        depots.horloge().instant(),
                        "RIB illisible",
                        List.of(new Correction("rib", "illisible")),
                        true,
                        retourAvant));
    }

    private void assertRefuse(String nom, long taille, String phrase) {
        var refus = depots.creer(claire, dossier, "preuves", nom, taille);
        assertThat(refus.getStatus()).as(nom).isEqualTo(422);
        assertThat(refus.getContentType()).startsWith("text/plain");
        assertThat(Depots.texte(refus)).contains(phrase);
    }
}
