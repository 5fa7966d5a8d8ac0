package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Echantillons.Entree;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Le téléchargement d'une pièce : à qui, comment, et sa trace. */
@TestDuPortail
@Tag("PCE-5")
final class TelechargementTest extends EssaisDeDepot {

    @Autowired
    Journal journal;

    @Test
    void le_referent_relit_ce_qu_il_a_depose_une_fois_analyse() throws Exception {
        var piece = depots.depose(claire, dossier, "preuves", "été \"1\".pdf", PDF);
        assertThat(statut(claire, piece)).isEqualTo(404);
        analyse.analyserLot();

        var reponse = depots.lire(claire, "/pieces/" + piece);

        assertThat(reponse.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(reponse.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%C3%A9t%C3%A9");
        assertThat(reponse.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reponse.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        assertThat(journal.chaine("acces/" + dossier.reference().valeur()))
                .singleElement()
                .returns("piece-telechargee", LigneDuJournal::acte)
                .returns(claire.getName(), LigneDuJournal::acteur);
    }

    @Test
    void un_pdf_se_montre_une_archive_se_telecharge() {
        var pdf = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        var zip = depots.depose(
                claire, dossier, "preuves", "note.zip", Echantillons.zip(new Entree("note.txt", "bonjour")));
        analyse.analyserLot();

        var montre = depots.lire(claire, "/pieces/" + pdf + "?apercu");
        assertThat(montre.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(montre.getHeader("Content-Security-Policy"))
                .as("nos pages peuvent l’encadrer, et lui ne charge rien")
                .contains("default-src 'none'", "frame-ancestors 'self'");
        assertThat(montre.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(depots.lire(claire, "/pieces/" + pdf).getHeader("Content-Security-Policy"))
                .contains("sandbox", "frame-ancestors 'none'");
        assertThat(depots.lire(claire, "/pieces/" + zip + "?apercu").getHeader("Content-Disposition"))
                .startsWith("attachment");
    }

    /** Deux dépôts qui se suivent font une ligne, qui s'ouvre sur les noms. */
    @Test
    @Tag("DOS-9")
    void l_histoire_nomme_les_fichiers_deposes_et_leur_question() throws Exception {
        depots.depose(claire, dossier, "preuves", "convention-signée.pdf", PDF);
        depots.depose(claire, dossier, "preuves", "annexe.pdf", PDF);

        var page = Jsoup.parse(depots.lire(claire, "/dossiers/" + dossier.reference() + "/historique")
                .getContentAsString());

        assertThat(page.select(".cv-histoire > li").first().text()).contains("2 fichiers déposés");
        assertThat(page.select("details ins").eachText()).contains("convention-signée.pdf", "annexe.pdf");
    }

    @Test
    void un_autre_referent_ne_trouve_rien() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        analyse.analyserLot();

        assertThat(statut(depots.referent(), piece)).isEqualTo(404);
        assertThat(statut(claire, UUID.randomUUID())).isEqualTo(404);
        assertThat(depots.lire(depots.referent(), Depots.adresse(dossier) + "/pieces/preuves")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void un_verificateur_ne_voit_que_ce_qui_a_ete_transmis_dans_sa_region() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        analyse.analyserLot();
        var ars = depots.verificateur(Role.ARS, "76");
        assertThat(statut(ars, piece)).isEqualTo(404);

        depots.transmettre(claire, dossier);
        rendre();
        var apres = depots.depose(claire, dossier, "preuves", "suite.pdf", PDF);
        analyse.analyserLot();

        assertThat(statut(ars, piece)).isEqualTo(200);
        assertThat(statut(depots.verificateur(Role.ANS, null), piece)).isEqualTo(200);
        assertThat(statut(depots.verificateur(Role.ARS, "11"), piece)).isEqualTo(404);
        assertThat(statut(depots.verificateur(Role.OPERATEUR, null), piece)).isEqualTo(403);
        assertThat(statut(ars, apres)).isEqualTo(404);
    }

    private void rendre() {
        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        depots.horloge().instant(),
                        "À compléter",
                        java.util.List.of(),
                        false,
                        depots.horloge().instant().plusSeconds(3600)));
    }

    private int statut(Connecte qui, UUID piece) {
        return depots.lire(qui, "/pieces/" + piece).getStatus();
    }
}
