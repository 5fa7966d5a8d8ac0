package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TestDuPortail
@Tag("INSTR-1")
final class VuesEnregistreesTest {

    @Autowired
    UneInstruction instruction;

    @Test
    void une_vue_se_retrouve_par_son_nom_et_ramene_ses_filtres() {
        var alice = instruction.ars("24");

        var envoi = enregistrer(alice, "Refusés privés", Map.of("etat", "refuse", "type", "EJ_PRIVEE", "tri", "nom"));

        assertThat(envoi).hasStatus(303);
        var lien = page(instruction.lire(alice, "/instruction")).selectFirst(".cv-vues a");
        assertThat(lien.text()).isEqualTo("Refusés privés");
        var liste = page(instruction.lire(alice, lien.attr("href")));
        assertThat(liste.select(".fr-tag[aria-current]").text()).startsWith("Refusé");
        assertThat(liste.select("select[name=type] option[selected]").val()).isEqualTo("EJ_PRIVEE");
    }

    @Test
    void le_meme_nom_remplace_la_vue() {
        var alice = instruction.ars("24");

        enregistrer(alice, "À revoir", Map.of("etat", "refuse"));
        enregistrer(alice, "À revoir", Map.of("etat", "accepte"));

        var liens = page(instruction.lire(alice, "/instruction")).select(".cv-vues a");
        assertThat(liens).hasSize(1);
        assertThat(liens.attr("href")).contains("etat=accepte");
    }

    @Test
    void les_vues_d_un_collegue_ne_se_voient_ni_ne_se_retirent() {
        var alice = instruction.ars("24");
        var noe = instruction.ars("24");
        enregistrer(alice, "La mienne", Map.of());

        assertThat(page(instruction.lire(noe, "/instruction")).select(".cv-vues"))
                .isEmpty();
        assertThat(instruction.envoyer(noe, "/instruction/vues/retraits", Map.of("nom", "La mienne")))
                .hasStatus(303);

        assertThat(page(instruction.lire(alice, "/instruction"))
                        .select(".cv-vues a")
                        .eachText())
                .containsExactly("La mienne");
        assertThat(instruction.envoyer(alice, "/instruction/vues/retraits", Map.of("nom", "La mienne")))
                .hasStatus(303);
        assertThat(page(instruction.lire(alice, "/instruction")).select(".cv-vues"))
                .isEmpty();
    }

    @Test
    void sans_nom_rien_ne_s_enregistre_et_les_filtres_restent() {
        var alice = instruction.ars("24");

        var refus = enregistrer(alice, "  ", Map.of("etat", "refuse"));

        assertThat(refus).hasStatus(422).bodyText().contains("Donnez à la vue un nom");
        assertThat(page(refus).select(".fr-tag[aria-current]").text()).startsWith("Refusé");
        assertThat(enregistrer(alice, "x".repeat(61), Map.of())).hasStatus(422);
    }

    @Test
    void au_dela_de_vingt_vues_il_faut_en_retirer_une() {
        var alice = instruction.ars("24");
        IntStream.range(0, 20)
                .forEach(n ->
                        assertThat(enregistrer(alice, "Vue " + n, Map.of())).hasStatus(303));

        assertThat(enregistrer(alice, "De trop", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("déjà 20 vues", "De trop");
        assertThat(enregistrer(alice, "Vue 3", Map.of("etat", "tous"))).hasStatus(303);
    }

    private MvcTestResult enregistrer(Connecte qui, String nom, Map<String, String> filtres) {
        var champs = new HashMap<>(filtres);
        champs.put("nom", nom);
        return instruction.envoyer(qui, "/instruction/vues", champs);
    }

    private static Document page(MvcTestResult reponse) {
        try {
            return Jsoup.parse(reponse.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
