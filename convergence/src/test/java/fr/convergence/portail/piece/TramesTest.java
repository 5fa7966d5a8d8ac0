package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.formulaire.Formulaires;
import fr.convergence.portail.formulaire.Trame;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.fichier.EtatFichier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** « Télécharger la trame » (FRM-2). */
@TestDuPortail
final class TramesTest {

    @Autowired
    ApplicationContext portail;

    @Autowired
    Analyse analyse;

    private Depots depots;

    @BeforeEach
    void preparer() {
        depots = Depots.dans(portail);
    }

    @ParameterizedTest
    @CsvSource({
        "recueil-annuaires, recueil-annuaires.docx, wordprocessingml.document",
        "recueil-exposition, recueil-exposition.docx, wordprocessingml.document",
        "trame-financiere, trame-financiere.xlsx, spreadsheetml.sheet"
    })
    void une_trame_se_telecharge_sous_son_nom_et_se_redepose(String nom, String fichier, String type) throws Exception {
        var claire = depots.referent();

        var reponse = depots.lire(claire, "/trames/" + nom);

        assertThat(reponse.getStatus()).isEqualTo(200);
        assertThat(reponse.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"" + fichier + "\"");
        assertThat(reponse.getContentType()).endsWith(type);
        assertThat(reponse.getHeader("Cache-Control")).contains("max-age=3600", "private");
        assertThat(reponse.getHeader("ETag")).isNotBlank();
        var dossier = depots.dossier(claire);
        var piece = depots.depose(claire, dossier, "frais", fichier, reponse.getContentAsByteArray());
        assertThat(analyse.analyser(piece)).containsInstanceOf(EtatFichier.NonAnalyse.class);
        assertThat(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/ensemble")))
                .as("rien n’y est rempli")
                .contains("Ce fichier est la trame vierge");
    }

    @Test
    void l_espace_de_depot_propose_sa_trame() {
        var claire = depots.referent();
        var dossier = depots.dossier(claire);

        assertThat(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/ensemble")))
                .contains("href=\"/trames/trame-financiere\"", "Télécharger la trame");
    }

    /** La feuille à signer se calcule des dépenses : ni recopie, ni total à refaire. */
    @Test
    @Tag("FRM-5")
    void la_trame_financiere_calcule_sa_synthese_des_frais_engages() throws IOException {
        var octets = Trame.nommee("trame-financiere").orElseThrow().octets();
        var parties = new HashMap<String, String>();
        try (var classeur = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (var partie = classeur.getNextEntry(); partie != null; partie = classeur.getNextEntry()) {
                parties.put(partie.getName(), new String(classeur.readAllBytes(), UTF_8));
            }
        }
        assertThat(parties.get("xl/workbook.xml"))
                .contains("name=\"Dépenses\"", "name=\"Synthèse des frais engagés\"", "fullCalcOnLoad=\"1\"");
        assertThat(parties.get("xl/worksheets/sheet2.xml"))
                .contains(
                        "SUMIF('Dépenses'!$D$9:$D$108,$A9,'Dépenses'!I$9:I$108)",
                        "<f>SUM(D9:D13)</f>",
                        "Montant demandé au programme",
                        "Signature et cachet");
        assertThat(parties.get("xl/worksheets/sheet1.xml")).contains("<f>SUM(K9:K108)</f>");
    }

    @Test
    void une_trame_inconnue_n_existe_pas() {
        assertThat(depots.lire(depots.referent(), "/trames/autre").getStatus()).isEqualTo(404);
        assertThat(depots.demander(depots.verificateur(Role.ARS, "76"), HttpMethod.GET, "/trames/trame-financiere")
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void chaque_trame_que_nomme_un_formulaire_livre_existe() {
        for (var livree : DefinitionLivree.formulaires()) {
            var formulaire = Formulaires.standard()
                    .importer(livree.fichier(), livree.texte())
                    .sure();
            assertThat(formulaire.definition().sections().stream()
                            .flatMap(section -> section.questions().stream())
                            .map(Question::type)
                            .flatMap(type -> type.trame().stream()))
                    .allSatisfy(nom -> assertThat(Trame.nommee(nom)).as(nom).isPresent());
        }
    }
}
