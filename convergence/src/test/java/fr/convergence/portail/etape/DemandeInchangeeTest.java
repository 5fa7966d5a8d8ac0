package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Une demande de modification ne repart pas inchangée sans qu'on l'ait dit (DOS-7, INSTR-3). */
@TestDuPortail
@Tag("DOS-7")
@Tag("INSTR-3")
final class DemandeInchangeeTest {

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void ce_que_la_demande_fait_reprendre_et_qui_n_a_pas_change_se_dit_avant_de_transmettre() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        assertThat(avertissement()).isEmpty();
        saisie.rendre(new EtatEtape.Correction("role", "à préciser"), new EtatEtape.Correction("iban", "à vérifier"));
        horloge.avancer(Duration.ofMinutes(1));

        assertThat(avertissement()).startsWith("Rien n’a changé depuis la demande de modification");
        saisie.enregistrer("groupe", "1", "groupe", "oui");
        saisie.enregistrer("nom_groupe", "0", "nom_groupe", "Les Tilleuls");
        assertThat(avertissement()).startsWith("2 questions à corriger n’ont pas changé");
        saisie.enregistrer("role", "1", "role", "Directrice générale");
        assertThat(avertissement())
                .startsWith("Une question à corriger n’a pas changé")
                .endsWith("IBAN");
        assertThat(recapitulatif().select("#inchangees a").eachAttr("href"))
                .containsExactly(saisie.adresse("/banque") + "#question-iban");

        assertThat(saisie.transmettre(saisie.claire, UUID.randomUUID()))
                .as("dit, mais pas empêché")
                .hasHeader("Location", saisie.adresse("/accuses/2"));
        assertThat(avertissement()).isEmpty();
    }

    @Test
    void un_retour_limite_ne_propose_de_modifier_que_ce_qu_il_rouvre() {
        saisie.remplir();
        assertThat(modifiables()).containsExactly(saisie.adresse("/engagement"), saisie.adresse("/banque"));
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();

        assertThat(modifiables()).containsExactly(saisie.adresse("/banque"));
    }

    private List<String> modifiables() {
        return recapitulatif().select("section > p > a.fr-link").eachAttr("href");
    }

    private String avertissement() {
        return recapitulatif().select("#inchangees").text();
    }

    private Document recapitulatif() {
        var reponse = saisie.page("/recapitulatif").getResponse();
        return Jsoup.parse(new String(reponse.getContentAsByteArray(), UTF_8));
    }
}
