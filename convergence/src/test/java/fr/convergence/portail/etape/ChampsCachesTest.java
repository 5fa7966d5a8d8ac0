package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.EtatEtape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Un champ caché qui ne dit pas ce que la page y avait mis : elle a changé, et rien n'en est écrit (DOS-6). */
@TestDuPortail
@Tag("DOS-6")
final class ChampsCachesTest {

    @Autowired
    Requetes requetes;

    @Autowired
    UneSaisie saisie;

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99", "abc", "", "1.5", "99999999999999", "<b>"})
    void une_revision_qui_n_est_d_aucune_page_ne_remplace_rien(String revision) {
        saisie.enregistrer("role", "0", "role", "Directrice");

        var seule = saisie.enregistrer("role", revision, "role", "Forgé");
        assertThat(seule).hasStatus(409).bodyText().contains("Deux réponses à cette question");
        var page = requetes.envoyer(saisie.claire, saisie.adresse("/engagement"), "r.role", revision, "role", "Forgé");
        assertThat(page).hasStatus(422).bodyText().contains("Deux réponses à cette question");
        assertThat(saisie.page("/engagement"))
                .bodyText()
                .contains("value=\"Directrice\"")
                .doesNotContain("Forgé");
    }

    @Test
    void sans_revision_la_reponse_est_d_une_page_qui_n_en_montrait_pas() {
        saisie.enregistrer("role", "0", "role", "Directrice");

        assertThat(requetes.envoyer(saisie.claire, saisie.adresse("/reponses/role"), "role", "Autre"))
                .hasStatus(409)
                .bodyText()
                .contains("Deux réponses à cette question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99", "abc", "", "1.5", "99999999999999", "absente"})
    void une_decision_dont_la_version_n_est_d_aucune_page_le_dit_et_rend_son_motif(String version) {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        Map<String, String> champs =
                new LinkedHashMap<>(Map.of("motif", "Le RIB est illisible", "retour", "2099-01-01"));
        if (!version.equals("absente")) {
            champs.put("version", version);
        }

        var reponse = requetes.envoyer(
                UneSaisie.connecte(Role.ARS, "76"),
                "/instruction/" + saisie.reference + "/candidature/decisions/refus",
                champs);

        assertThat(reponse)
                .hasStatus(409)
                .bodyText()
                .contains("Le RIB est illisible")
                .doesNotContain("Internal", "Exception", "⟦");
        assertThat(saisie.etat()).isInstanceOf(EtatEtape.EnVerification.class);
    }
}
