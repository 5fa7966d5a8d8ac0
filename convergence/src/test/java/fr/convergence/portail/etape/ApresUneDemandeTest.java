package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.socle.base.HorlogeDeTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Après une demande de modification, les compteurs et la consigne parlent de ce qu'elle demande (DOS-5, INSTR-3). */
@TestDuPortail
@Tag("DOS-5")
@Tag("INSTR-3")
final class ApresUneDemandeTest {

    private static final String AUTRE_IBAN = "FR14 2004 1010 0505 0001 3M02 606";

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @BeforeEach
    void transmise() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
    }

    @Test
    void un_retour_limite_compte_les_questions_rouvertes_et_non_toutes() throws Exception {
        saisie.rendre();
        horloge.avancer(Duration.ofMinutes(1));

        for (var page : List.of("/banque", "/ensemble", "/recapitulatif", "/engagement", "/completude")) {
            var lue = page(page);
            assertThat(lue.select("#completude").text())
                    .as(page)
                    .contains(
                            "Questions corrigées : 0/1",
                            "La demande de modification rouvre une question",
                            "Questions à corriger IBAN");
            assertThat(lue.select("#completude progress").attr("value"))
                    .as(page)
                    .isEqualTo("0");
            assertThat(lue.select("#lateral-bouton").text())
                    .as(page)
                    .isEqualTo("Où vous en êtes : 0/1 questions corrigées");
            assertThat(lue.text())
                    .as(page)
                    .doesNotContain("3/3", "100 %", "Toutes les questions sont obligatoires", "⟦");
        }
        assertThat(page("/banque").text()).contains("porte sur une seule question : les autres se lisent");

        var corrigee = saisie.enregistrer("iban", "1", "iban", AUTRE_IBAN);
        assertThat(corrigee).hasStatusOk();
        assertThat(lue(corrigee).select("#completude").text())
                .contains("Questions corrigées : 1/1")
                .doesNotContain("Questions à corriger");
        assertThat(lue(corrigee).select("#lateral-bouton").text()).contains("1/1 questions corrigées");
        assertThat(page("/recapitulatif").select("#completude progress").attr("value"))
                .isEqualTo("100");
    }

    @Test
    void une_question_reprise_puis_laissee_fausse_n_est_pas_corrigee() throws Exception {
        saisie.rendre(new Correction("role", "à préciser"), new Correction("iban", "à vérifier"));
        horloge.avancer(Duration.ofMinutes(1));

        assertThat(page("/banque").text()).contains("porte sur 2 questions. Toutes les questions restent");
        saisie.enregistrer("iban", "1", "iban", "FR76 0000");
        assertThat(page("/banque").select("#completude").text())
                .contains(
                        "Questions corrigées : 0/2",
                        "désigne 2 questions ; les autres réponses peuvent aussi être modifiées",
                        "Questions à corriger Votre rôle",
                        "Questions restantes IBAN");
        saisie.enregistrer("role", "1", "role", "Directrice générale");
        assertThat(page("/banque").select("#completude").text()).contains("Questions corrigées : 1/2");
    }

    @Test
    void ce_qu_une_correction_fait_paraitre_peut_se_remplir() throws Exception {
        saisie.rendreLimitee(new Correction("groupe", "vous en avez un"));
        horloge.avancer(Duration.ofMinutes(1));
        assertThat(saisie.enregistrer("groupe", "1", "groupe", "oui")).hasStatusOk();

        assertThat(page("/engagement").select("input[name=nom_groupe]")).hasSize(1);
        assertThat(saisie.enregistrer("nom_groupe", "0", "nom_groupe", "Les Tilleuls"))
                .hasStatusOk();
        assertThat(saisie.enregistrer("nom_groupe", "1", "nom_groupe", "Les Trois Tilleuls"))
                .as("ce qui vient d'y être écrit se reprend")
                .hasStatusOk();
        assertThat(saisie.enregistrer("role", "1", "role", "Autre"))
                .as("ce qui était répondu reste fermé")
                .hasStatus(404);
        assertThat(saisie.transmettre(saisie.claire, UUID.randomUUID()))
                .hasHeader("Location", saisie.adresse("/accuses/2"));
    }

    private Document page(String suite) throws UnsupportedEncodingException {
        return lue(saisie.page(suite));
    }

    private static Document lue(MvcTestResult reponse) throws UnsupportedEncodingException {
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }
}
