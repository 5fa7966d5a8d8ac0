package fr.convergence.portail.inscription;

import static fr.convergence.portail.inscription.Visiteur.redirige;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.chiffrement.Coffre;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** L'étape 2 : le type, la région, puis l'établissement dans le référentiel (INS-4, INS-5). */
@TestDuPortail
@Tag("INS-4")
@Tag("INS-5")
final class ChoixDeLEtablissementTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient base;

    @Autowired
    Coffre coffre;

    private Visiteur zoe;

    @BeforeEach
    void un_visiteur() {
        RegistreDEssai.poser(base);
        base.sql("delete from captcha").update();
        zoe = new Visiteur(web, base, coffre);
    }

    @ParameterizedTest
    @CsvSource({
        "EJ_PRIVEE:999999999",
        "EJ_PRIVEE:" + RegistreDEssai.PRIVEE_AILLEURS,
        "EJ_MEMBRE_GHT:" + RegistreDEssai.SUPPORT,
        "GHT:OCC-04",
        "HORS_CHAMP:" + RegistreDEssai.PRIVEE,
        "n'importe quoi",
        "'EJ_PRIVEE:'' or 1=1'"
    })
    void un_etablissement_forge_est_refuse(String cle) throws Exception {
        zoe.passerLEtape1("zoe.forge");
        zoe.envoyer("/inscription/etablissement", Map.of("type", "EJ_PRIVEE", "region", "76"));
        var reponse = zoe.envoyer("/inscription/etablissement/choix", Map.of("etablissement", cle));

        assertThat(reponse).hasStatus(422).bodyText().contains("sélectionnez le vôtre dans la liste");
        redirige(zoe.voir("/inscription/recapitulatif"), "/inscription/etablissement/choix");
    }

    @Test
    void un_type_ou_une_region_inconnus_sont_refuses_champ_par_champ() throws Exception {
        zoe.passerLEtape1("zoe.type");
        var reponse = zoe.envoyer("/inscription/etablissement", Map.of("type", "HORS_CHAMP", "region", "99"));

        assertThat(reponse).hasStatus(422);
        var page = Jsoup.parse(reponse.getResponse().getContentAsString());
        assertThat(page.select("[data-erreurs] a").eachAttr("href")).containsExactly("#type", "#region");
    }

    @Test
    void les_quatre_types_sont_proposes_dans_leurs_mots() throws Exception {
        zoe.passerLEtape1("zoe.types");
        var page = zoe.page("/inscription/etablissement");

        assertThat(page.select("#type option").eachText())
                .containsExactly(
                        "Sélectionner une option",
                        "Groupement Hospitalier de Territoire",
                        "Entité Juridique Privée",
                        "Entité Juridique Publique hors GHT",
                        "Entité Juridique membre d’un GHT");
        assertThat(page.select("#region option")).hasSize(19);
    }

    @Test
    void changer_de_type_oublie_l_etablissement_choisi_et_precedent_garde_la_saisie() throws Exception {
        zoe.passerLEtape1("zoe.retour");
        zoe.choisir("GHT", "76", "GHT:OCC-04");
        assertThat(zoe.page("/inscription/etablissement")
                        .select("#type option[selected]")
                        .val())
                .isEqualTo("GHT");
        assertThat(zoe.page("/inscription/informations").select("#nom").val()).isEqualTo("Dùpont-Lêger");
        zoe.envoyer("/inscription/etablissement", Map.of("type", "EJ_PRIVEE", "region", "76"));

        redirige(zoe.voir("/inscription/recapitulatif"), "/inscription/etablissement/choix");
    }

    @Test
    void la_recherche_pendant_la_frappe_ne_rend_que_la_liste() throws Exception {
        zoe.passerLEtape1("zoe.frappe");
        zoe.envoyer("/inscription/etablissement", Map.of("type", "EJ_PRIVEE", "region", "76"));
        var reponse = zoe.voirEnFrappant("/inscription/etablissement/choix?q=miremont");

        assertThat(reponse)
                .hasStatusOk()
                .bodyText()
                .contains("CLINIQUE DE MIREMONT")
                .doesNotContain("<html");
    }

    @Test
    void un_etablissement_ferme_entre_temps_se_choisit_de_nouveau() throws Exception {
        zoe.passerLEtape1("zoe.ferme");
        zoe.choisir("EJ_PRIVEE", "76", "EJ_PRIVEE:" + RegistreDEssai.PRIVEE);
        var vue = zoe.version();
        fermer("current_date");
        try {
            redirige(zoe.creer(vue), "/inscription/etablissement/choix");
            redirige(zoe.voir("/inscription/recapitulatif"), "/inscription/etablissement/choix");
        } finally {
            fermer("null");
        }
    }

    private void fermer(String quand) {
        base.sql("update etablissement_ej set ferme_le = " + quand + " where finess = ?")
                .param(RegistreDEssai.PRIVEE)
                .update();
    }
}
