package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Echantillons.Entree;
import fr.convergence.socle.fichier.EtatFichier;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Un fichier accepté qui contient de l'actif est signalé à qui l'ouvre, et ne se montre que dans un bac à sable. */
@TestDuPortail
@Tag("PCE-3")
final class MarquesTest extends EssaisDeDepot {

    private static final Map<String, byte[]> ACTIFS = Map.of(
            "script.pdf", Echantillons.pdf("/Names<</JavaScript 5 0 R>>"),
            "lancement.pdf", Echantillons.pdf("/OpenAction<</S/Launch/F(note.doc)>>"),
            "joint.pdf", Echantillons.pdf("/Names<</EmbeddedFiles 5 0 R>>/A<</EF<</F 5 0 R>>>>"),
            "xfa.pdf", Echantillons.pdf("/AcroForm<</XFA 5 0 R>>"),
            "page.zip", Echantillons.zip(new Entree("a.html", "<html><script>a()</script>")),
            "dessin.zip", Echantillons.zip(new Entree("a.svg", "<svg onload=\"a()\"/>")),
            "lien.xlsx", Echantillons.xlsx(new Entree("xl/externalLinks/externalLink1.xml", "<ddeLink />")),
            "modele.docx",
                    Echantillons.docx(
                            new Entree(
                                    "word/_rels/settings.xml.rels",
                                    "<Relationship Type=\"x/attachedTemplate\" Target=\"https://exemple.invalid/a\" TargetMode=\"External\"/>")));

    @Test
    void chaque_contenu_actif_se_depose_et_ne_se_montre_que_dans_un_bac_a_sable() {
        ACTIFS.forEach((nom, octets) -> {
            var question = nom.endsWith("x") ? "frais" : "preuves";
            var piece = depots.depose(claire, dossier, question, nom, octets);
            assertThat(analyse.analyser(piece)).as(nom).isPresent();

            var apercu = depots.lire(claire, "/pieces/" + piece + "?apercu");

            assertThat(apercu.getStatus()).as(nom).isEqualTo(200);
            assertThat(apercu.getHeader("Content-Disposition")).as(nom).startsWith("attachment");
            assertThat(apercu.getHeaders("Content-Security-Policy"))
                    .as(nom)
                    .allMatch(politique -> politique.contains("default-src 'none'") && politique.contains("sandbox"));
            assertThat(apercu.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            depots.demander(
                    claire,
                    HttpMethod.POST,
                    Depots.adresse(dossier) + "/pieces/" + question + "/" + piece + "/retrait");
        });
    }

    @Test
    void la_marque_se_lit_a_cote_du_fichier_chez_le_referent_et_chez_qui_instruit() {
        var piece = depots.depose(claire, dossier, "preuves", "script.pdf", ACTIFS.get("script.pdf"));
        analyse.analyser(piece);

        var liste = Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/pieces/preuves"));
        assertThat(liste).contains("Contient un script (JavaScript).").doesNotContain("?apercu");

        depots.transmettre(claire, dossier);
        var lue = depots.de(dossier, "preuves").getFirst();
        assertThat(lue.sansReserve()).isFalse();
        assertThat(lue.montrable()).isFalse();
        assertThat(depots.lire(depots.verificateur(Role.ARS, "76"), "/pieces/" + piece + "?apercu")
                        .getHeader("Content-Security-Policy"))
                .contains("sandbox");
    }

    @Test
    void un_programme_est_refuse_et_son_nom_dit() {
        var piece = depots.depose(
                claire, dossier, "preuves", "outils.zip", Echantillons.zip(new Entree("outils/a.exe", "x")));

        assertThat(analyse.analyser(piece)).containsInstanceOf(EtatFichier.Refuse.class);

        assertThat(Jsoup.parse(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/pieces/preuves")))
                        .text())
                .contains("retirez « outils/a.exe »");
        assertThat(depots.lire(claire, "/pieces/" + piece).getStatus()).isEqualTo(404);
    }
}
