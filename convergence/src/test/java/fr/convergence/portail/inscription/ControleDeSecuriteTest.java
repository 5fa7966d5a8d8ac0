package fr.convergence.portail.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Le contrôle de sécurité de l'inscription : un défi, son renouvellement, son frein. */
@TestDuPortail
@Tag("INS-1")
@Tag("INS-3")
final class ControleDeSecuriteTest {

    private static final String ETAPE = "/inscription/informations";

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient base;

    @Autowired
    Coffre coffre;

    private Visiteur zoe;

    @BeforeEach
    void un_visiteur() {
        base.sql("delete from captcha").update();
        zoe = new Visiteur(web, base, coffre);
    }

    @Test
    void le_controle_reussi_n_est_pas_redemande_avec_la_correction() throws Exception {
        var champs = zoe.informations("zoe.corrige");
        champs.put("telephone", "12");
        var page = refusee(zoe.envoyer(ETAPE, champs));
        assertThat(page.select("input[name=captcha]")).isEmpty();
        champs.remove("captcha");
        champs.remove("controle");
        champs.put("telephone", "04 67 33 67 33");

        assertThat(zoe.envoyer(ETAPE, champs)).hasStatus(303);
    }

    @Test
    void un_controle_deja_employe_ne_ressert_pas() throws Exception {
        var champs = zoe.informations("zoe.une");
        zoe.envoyer(ETAPE, champs);

        assertThat(new Visiteur(web, base, coffre).envoyer(ETAPE, champs)).hasStatus(422);
    }

    @Test
    void un_second_clic_avec_le_meme_controle_mene_ou_le_premier_a_mene() throws Exception {
        var premier = new NavigateurDeTest(web, "192.0.2.77").lire(ETAPE);
        var second = premier.secondClic();
        var champs = zoe.informations("zoe.deux.clics");
        var defi = premier.page().select("input[name=captcha]").val();
        champs.put("captcha", defi);
        champs.put("controle", zoe.lire(UUID.fromString(defi)));
        var saisie = champs.entrySet().stream()
                .flatMap(champ -> Stream.of(champ.getKey(), champ.getValue()))
                .toArray(String[]::new);

        premier.envoyer(ETAPE, saisie);
        second.envoyer(ETAPE, saisie);

        assertThat(second.destination()).isEqualTo(premier.destination()).isEqualTo("/inscription/etablissement");
    }

    @Test
    void sans_script_renouveler_rend_la_saisie_et_un_autre_defi() throws Exception {
        var champs = zoe.informations("zoe.renouvelle");
        champs.put("renouveler", "oui");
        var reponse = zoe.envoyer(ETAPE, champs);

        assertThat(reponse).hasStatusOk();
        var page = Jsoup.parse(reponse.getResponse().getContentAsString());
        assertThat(page.select("#nom").val()).isEqualTo("Dùpont-Lêger");
        assertThat(page.select("input[name=captcha]").val()).isNotEqualTo(champs.get("captcha"));
    }

    @Test
    void trop_de_controles_demandes_rendent_la_saisie_et_disent_quand_recommencer() throws Exception {
        var champs = zoe.informations("zoe.freinee");
        champs.put("controle", "????");
        trop();
        var reponse = zoe.envoyer(ETAPE, champs);

        var page = freinee(reponse);
        assertThat(page.select("#nom").val()).isEqualTo("Dùpont-Lêger");
        assertThat(page.select("#telephone").val()).isEqualTo("04 67 33 67 33");
        assertThat(page.select("input[name=civilite][checked]").val()).isEqualTo("MADAME");
        assertThat(page.html()).doesNotContain(Visiteur.MOT_DE_PASSE);
        champs.put("renouveler", "oui");
        assertThat(freinee(zoe.envoyer(ETAPE, champs)).select("#nom").val()).isEqualTo("Dùpont-Lêger");
    }

    @Test
    void le_frein_leve_la_meme_page_repart() throws Exception {
        trop();
        freinee(zoe.voir(ETAPE));
        base.sql("delete from captcha").update();
        var champs = zoe.informations("zoe.repart");
        champs.remove("captcha");
        champs.remove("controle");

        var page = refusee(zoe.envoyer(ETAPE, champs));
        assertThat(page.select("#controle-messages").text()).startsWith("Recopiez les caractères");
        assertThat(page.select("input[name=captcha]")).hasSize(1);
    }

    @Test
    void le_frein_n_arrete_pas_qui_a_deja_son_defi() throws Exception {
        var champs = zoe.informations("zoe.passe");
        trop();

        assertThat(zoe.envoyer(ETAPE, champs)).hasStatus(303);
    }

    @Test
    void un_renouvellement_freine_dit_jusqu_a_quand() throws Exception {
        var captcha = zoe.page(ETAPE).select("input[name=captcha]").val();
        trop();

        var reponse = zoe.envoyer("/captcha/" + captcha, Map.of());

        assertThat(reponse).hasStatus(429).hasContentType("text/plain;charset=UTF-8");
        assertThat(reponse.getResponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(reponse).bodyText().containsPattern("d’autres après \\d\\d:\\d\\d \\(heure de Paris\\)");
    }

    @Test
    void l_image_et_le_son_se_demandent_et_se_renouvellent() throws Exception {
        var captcha = zoe.page(ETAPE).select("input[name=captcha]").val();

        assertThat(zoe.voir("/captcha/" + captcha + "/image")).hasStatusOk().hasContentType("image/png");
        assertThat(zoe.voir("/captcha/" + captcha + "/son")).hasStatusOk().hasContentType("audio/wav");
        var avant = zoe.lire(UUID.fromString(captcha));
        assertThat(zoe.envoyer("/captcha/" + captcha, Map.of())).hasStatus(204);
        assertThat(zoe.lire(UUID.fromString(captcha))).isNotEqualTo(avant);
        assertThat(zoe.voir("/captcha/" + UUID.randomUUID() + "/image")).hasStatus(404);
        assertThat(zoe.voir("/captcha/nimporte/image")).hasStatus(400);
    }

    /** Le réseau du visiteur a demandé tous les défis permis. */
    private void trop() {
        zoe.voir(ETAPE);
        base.sql("update captcha set tirages = 120").update();
    }

    private static Document freinee(MvcTestResult reponse) throws Exception {
        assertThat(reponse).hasStatus(429);
        assertThat(reponse.getResponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        var page = Jsoup.parse(reponse.getResponse().getContentAsString());
        assertThat(page.select("[data-erreurs] a[href=#controle]").text()).contains("après");
        assertThat(page.select("#controle #controle-messages").text()).contains("après");
        assertThat(page.select("[data-captcha]")).isEmpty();
        return page;
    }

    private static Document refusee(MvcTestResult reponse) throws Exception {
        assertThat(reponse).hasStatus(422);
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }
}
