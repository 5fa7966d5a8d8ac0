package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichiers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

/** La liste d'un espace de dépôt, son formulaire sans JavaScript, et ce qu'on en retire. */
@TestDuPortail
@Tag("PCE-2")
@Tag("PCE-6")
final class EspaceDeDepotTest extends EssaisDeDepot {

    private static final byte[] FAUX = "MZ ce n'est pas un PDF".getBytes(UTF_8);

    @Autowired
    Fichiers fichiers;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void la_liste_se_redemande_tant_qu_un_fichier_est_en_analyse() {
        depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        var premiere = liste("");
        assertThat(premiere.getHeader("HX-Trigger")).isEqualTo("completude");
        var relecture = Jsoup.parse(Depots.texte(premiere)).select("ul").attr("hx-get");
        assertThat(Depots.texte(premiere)).contains("En cours d’analyse", "every 3s");

        var vu = relecture.substring(relecture.indexOf('?'));
        assertThat(liste(vu).getHeader("HX-Reswap")).isEqualTo("none");

        analyse.analyserLot();
        var apres = liste(vu);
        assertThat(apres.getHeader("HX-Reswap")).isNull();
        assertThat(Depots.texte(apres))
                .contains("Reçu, non analysé")
                .as("ni une réussite ni un défaut, pour qui le dépose comme pour qui le lit")
                .contains("cv-etat--information")
                .doesNotContain("every 3s");
    }

    @Test
    void une_piece_jamais_transmise_s_efface_pour_de_bon() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        assertThat(retirer(depots.referent(), piece).getStatus()).isEqualTo(404);

        var reponse = retirer(claire, piece);

        assertThat(reponse.getStatus()).isEqualTo(200);
        assertThat(depots.de(dossier, "preuves")).isEmpty();
        assertThat(fichiers.fiche(piece).orElseThrow().etat()).isInstanceOf(EtatFichier.Supprime.class);
    }

    @Test
    void une_piece_transmise_ne_se_retire_plus_et_reste_lisible_quand_une_reprise_la_remplace() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        analyse.analyserLot();
        depots.transmettre(claire, dossier);

        retirer(claire, piece);
        assertThat(depots.de(dossier, "preuves")).hasSize(1);

        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        depots.horloge().instant(),
                        "À compléter",
                        List.of(),
                        false,
                        depots.horloge().instant().plusSeconds(3600)));
        retirer(claire, piece);

        assertThat(depots.de(dossier, "preuves")).isEmpty();
        assertThat(depots.lire(claire, "/pieces/" + piece).getStatus()).isEqualTo(200);
    }

    @Test
    void un_fichier_a_reprendre_est_repris_des_qu_on_le_retire_ou_le_remplace() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        analyse.analyserLot();
        depots.transmettre(claire, dossier);
        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        depots.horloge().instant(),
                        "Illisible",
                        List.of(new EtatEtape.Correction("preuves", "illisible")),
                        false,
                        depots.horloge().instant().plusSeconds(3600)));
        horloge.avancer(Duration.ofMinutes(1));
        assertThat(recapitulatif().select("#inchangees a").eachText()).containsExactly("Preuves");

        depots.depose(claire, dossier, "preuves", "faux.pdf", FAUX);
        depots.creer(claire, dossier, "preuves", "inacheve.pdf", PDF.length);
        analyse.analyserLot();
        assertThat(recapitulatif().select("#inchangees a").eachText())
                .as("un fichier refusé, un envoi inachevé n'ont rien changé")
                .containsExactly("Preuves");

        retirer(claire, piece);
        assertThat(recapitulatif().select("#inchangees")).isEmpty();
        depots.depose(claire, dossier, "preuves", "nette.pdf", PDF);
        assertThat(recapitulatif().select("#inchangees")).isEmpty();
        assertThat(recapitulatif().select("[id^=etat-]").text()).doesNotContain("À corriger");
    }

    private Document recapitulatif() {
        return Jsoup.parse(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/recapitulatif")));
    }

    @Test
    void depots_et_retraits_s_inscrivent_a_l_histoire_du_dossier() throws Exception {
        var piece = depots.depose(claire, dossier, "preuves", "rapport.pdf", PDF);
        depots.demander(claire, HttpMethod.POST, Depots.adresse(dossier) + "/pieces/preuves/" + piece + "/retrait");

        var histoire = Depots.texte(depots.lire(claire, "/dossiers/" + dossier.reference() + "/historique"));

        assertThat(histoire)
                .contains("1 fichier déposé, 1 fichier retiré", "<ins>rapport.pdf</ins>", "<del>rapport.pdf</del>")
                .doesNotContain("⟦");
    }

    /** Une ligne dit ce qui est arrivé à un fichier, rien de ce que la question contient d'autre. */
    @Test
    @Tag("DOS-9")
    void l_histoire_dit_de_chaque_fichier_s_il_est_ajoute_refuse_ou_retire() {
        depots.depose(claire, dossier, "preuves", "bonne.pdf", PDF);
        var fausse = depots.depose(claire, dossier, "preuves", "faux.pdf", FAUX);
        analyse.analyserLot();
        retirer(claire, fausse);

        var lignes = Jsoup.parse(Depots.texte(depots.lire(claire, "/dossiers/" + dossier.reference() + "/historique")))
                .select(".cv-histoire dd")
                .eachText();

        assertThat(lignes)
                .containsExactlyInAnyOrder(
                        "ajouté : bonne.pdf", "ajouté : faux.pdf", "refusé : faux.pdf", "retiré : faux.pdf");
    }

    /** Il ne compte pas, et rien ne l'annonçait hors de sa section. */
    @Test
    void un_fichier_refuse_se_dit_au_recapitulatif_sans_empecher_de_transmettre() {
        depots.depose(claire, dossier, "preuves", "bonne.pdf", PDF);
        depots.depose(claire, dossier, "preuves", "faux.pdf", FAUX);
        analyse.analyserLot();

        var page = recapitulatif();

        assertThat(page.select("#refuses").text())
                .contains(
                        "Un fichier refusé ne sera pas transmis",
                        "faux.pdf",
                        "Preuves",
                        "n’est pas ce que dit son extension")
                .doesNotContain("bonne.pdf");
        assertThat(page.select("#refuses a").attr("href")).isEqualTo(Depots.adresse(dossier) + "/preuves#preuves");
        assertThat(page.select(".cv-relecture:contains(bonne.pdf)").text())
                .contains("Fichier refusé, qui ne sera pas transmis : faux.pdf");
        assertThat(depots.demander(claire, HttpMethod.POST, Depots.adresse(dossier) + "/transmissions")
                        .getHeader("Location"))
                .isEqualTo(Depots.adresse(dossier) + "/accuses/1");
        assertThat(recapitulatif().select("#refuses")).isEmpty();
    }

    @Test
    void une_photo_jpeg_se_choisit_comme_une_jpg() {
        var page = Jsoup.parse(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/preuves")));

        assertThat(page.select("#rib").attr("accept").split(",")).contains(".pdf", ".jpg", ".jpeg");
        assertThat(page.select("[data-televersement]:has(#rib)")
                        .attr("data-extensions")
                        .split(" "))
                .contains("pdf", "jpg", "jpeg");
        assertThat(page.select("label[for=rib]").text()).contains("Les formats autorisés sont : pdf, jpg.");
    }

    private MockHttpServletResponse liste(String parametres) {
        return depots.lire(claire, Depots.adresse(dossier) + "/pieces/preuves" + parametres);
    }

    private MockHttpServletResponse retirer(Connecte qui, UUID piece) {
        return depots.demander(qui, HttpMethod.POST, Depots.adresse(dossier) + "/pieces/preuves/" + piece + "/retrait");
    }
}
