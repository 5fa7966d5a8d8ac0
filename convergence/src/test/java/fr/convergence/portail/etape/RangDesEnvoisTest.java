package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Les envois d'une même page servis dans le désordre : le dernier parti l'emporte, et un retardataire ne dit ni n'écrit rien. */
@TestDuPortail
@Tag("DOS-4")
@Tag("DOS-6")
final class RangDesEnvoisTest {

    @Autowired
    Requetes requetes;

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private final String page = UUID.randomUUID().toString();

    @Test
    void un_enregistrement_servi_apres_un_plus_recent_de_la_meme_page_ne_l_ecrase_pas() {
        role(2, "Directrice générale");

        var tardif = role(1, "Dir");

        assertThat(tardif).hasStatusOk();
        assertThat(tardif).bodyText().contains("value=\"Directrice générale\"").doesNotContain("data-conflit");
        assertThat(role(3, "DSI")).as("la suite s'enregistre").hasStatusOk();
        assertThat(montre()).contains("value=\"DSI\"");
    }

    /** Deux envois partis l'un après l'autre se servent dans n'importe quel ordre : le nom, puis la case qui le cache. */
    @Test
    void une_reponse_servie_apres_celle_qui_cache_sa_question_se_garde() {
        assertThat(saisie.enregistrer("groupe", "0", "groupe", "non")).hasStatusOk();

        assertThat(saisie.enregistrer("nom_groupe", "0", "nom_groupe", "Groupe des Garrigues"))
                .hasStatusOk()
                .containsHeader("X-Enregistre-A");

        assertThat(saisie.enregistrer("groupe", "1", "groupe", "oui"))
                .hasStatusOk()
                .bodyText()
                .contains("Groupe des Garrigues");
    }

    @Test
    void une_cle_forgee_n_en_est_pas_une_et_la_reponse_s_enregistre() {
        for (var forgee : List.of("\0", "\0abc", "clé", "x".repeat(37))) {
            assertThat(requetes.envoyer(
                            saisie.claire,
                            saisie.adresse("/reponses/role"),
                            Cadre.CLE_D_ENVOI,
                            forgee,
                            "rang",
                            "5",
                            "role",
                            "DSI"))
                    .as(forgee)
                    .hasStatusOk();
        }
    }

    @Test
    void une_reponse_remise_comme_elle_etait_l_emporte_aussi() {
        role(1, "Directrice");
        role(3, "Directrice");

        role(2, "DSI");

        assertThat(montre()).contains("value=\"Directrice\"");
    }

    @Test
    void une_reponse_effacee_l_emporte_aussi_quand_personne_n_avait_repondu() {
        role(2, "");

        role(1, "DSI");

        assertThat(montre()).doesNotContain("value=\"DSI\"");
    }

    @Test
    void suivant_l_emporte_sur_les_enregistrements_encore_en_route() {
        role(1, "Directrice");
        assertThat(suivant(4, "Directrice")).hasStatus(303);

        assertThat(role(2, "Direct")).hasStatusOk();
        assertThat(requetes.envoyer(
                        saisie.claire,
                        saisie.adresse("/reponses/groupe"),
                        champs(3, "r.groupe", "0", "groupe", "oui").toArray(String[]::new)))
                .hasStatusOk();

        assertThat(montre()).contains("value=\"Directrice\"");
        assertThat(saisie.page("/engagement")).bodyText().doesNotContain("name=\"nom_groupe\"");
    }

    @Test
    void suivant_renvoye_de_l_historique_n_ecrase_pas_ce_qui_s_est_enregistre_depuis() {
        assertThat(suivant(1, "Directrice")).hasStatus(303);
        role(2, "DSI");

        assertThat(suivant(1, "Directrice")).hasStatus(303);

        assertThat(montre()).contains("value=\"DSI\"");
    }

    @Test
    void le_rang_d_une_page_ne_vaut_que_pour_elle() {
        role(9, "Directrice");

        assertThat(saisie.enregistrer("role", "1", "role", "DSI")).hasStatusOk();

        assertThat(montre()).contains("value=\"DSI\"");
    }

    @Test
    void un_rang_forge_ne_bloque_ni_n_ecrase_rien() {
        for (var rang : List.of("", "abc", "-1", "9".repeat(40), "1e3")) {
            var reponse = requetes.envoyer(
                    saisie.claire,
                    saisie.adresse("/reponses/role"),
                    Cadre.CLE_D_ENVOI,
                    page,
                    "rang",
                    rang,
                    "r.role",
                    "0",
                    "role",
                    "Rôle " + rang.length());
            assertThat(reponse).as(rang).hasStatusOk();
        }
    }

    @Test
    void les_pages_fermees_depuis_longtemps_s_oublient() {
        role(1, "Directrice");
        horloge.avancer(Duration.ofHours(2));

        assertThat(saisie.enregistrer("role", "1", "role", "DSI")).hasStatusOk();
        requetes.envoyer(
                saisie.claire,
                saisie.adresse("/reponses/role"),
                Cadre.CLE_D_ENVOI,
                UUID.randomUUID().toString(),
                "rang",
                "5",
                "r.role",
                "2",
                "role",
                "RSSI");

        assertThat(base.sql("select count(*) from saisie_page where page = ?")
                        .param(page)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private MvcTestResult role(long rang, String valeur) {
        return requetes.envoyer(
                saisie.claire,
                saisie.adresse("/reponses/role"),
                champs(rang, "r.role", "0", "role", valeur).toArray(String[]::new));
    }

    private MvcTestResult suivant(long rang, String role) {
        return requetes.envoyer(
                saisie.claire,
                saisie.adresse("/engagement"),
                champs(rang, "r.role", "1", "role", role, "r.groupe", "0", "groupe", "non", "suite", "suivant")
                        .toArray(String[]::new));
    }

    private List<String> champs(long rang, String... autres) {
        var champs = new ArrayList<>(List.of(Cadre.CLE_D_ENVOI, page, "rang", String.valueOf(rang)));
        champs.addAll(List.of(autres));
        return champs;
    }

    private String montre() {
        return new String(saisie.page("/engagement").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
