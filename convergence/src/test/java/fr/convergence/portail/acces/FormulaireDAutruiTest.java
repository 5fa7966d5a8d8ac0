package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.tableaudebord.EtablissementDEssai;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.acces.PreuveDeCompte;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un formulaire dit de quel compte il est : un autre ne l'envoie pas, et son auteur le renvoie d'un seul geste (CNX-7). */
@TestDuPortail
@Tag("CNX-7")
final class FormulaireDAutruiTest {

    @Autowired
    UneReferente referente;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    PreuveDeCompte preuves;

    @Autowired
    JdbcClient base;

    private Connecte claire;
    private Connecte paul;
    private String section = "";

    @BeforeEach
    void deux_personnes_sur_une_machine() {
        claire = referente.connectee();
        paul = comptes.connecte(comptes.referent(EtablissementDEssai.nouveau(base)));
        section = "/dossiers/" + referente.candidate(GuichetsDEssai.OUVERT) + "/candidature/engagement";
    }

    @Test
    void chaque_formulaire_d_une_page_porte_son_compte_sans_le_nommer() {
        var page = page(requetes.lire(claire, section));

        assertThat(page.select("form[method=post]"))
                .isNotEmpty()
                .allMatch(
                        formulaire -> formulaire.select("input[name=_de]").val().equals(preuves.de(claire)));
        assertThat(preuves.de(claire))
                .doesNotContain(claire.compte().toString())
                .isNotEqualTo(preuves.de(paul));
    }

    @Test
    void reconnecte_son_auteur_le_renvoie_d_un_seul_geste() {
        var rendue = page(envoi(preuves.de(claire)).exchange());
        assertThat(rendue.select("h1").text()).contains("Votre session est terminée");
        assertThat(rendue.text()).doesNotContain("Une seconde page");

        assertThat(renvoi(rendue).with(requetes.par(claire)).exchange()).hasStatus(303);

        assertThat(ecrit()).isEqualTo("Directrice");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://ailleurs.example",
        "X-Rien, rien"
    })
    void d_une_page_etrangere_la_preuve_ne_vaut_aucun_jeton(String entete, String valeur) {
        var forge = web.post()
                .uri(section)
                .header("Host", "localhost")
                .header(entete, valeur)
                .param("_csrf", preuves.de(claire))
                .param("_de", preuves.de(claire))
                .param("r.role", "0")
                .param("role", "Forgé")
                .with(requetes.par(claire))
                .exchange();

        assertThat(forge).hasStatus(403);
        assertThat(ecrit()).isEmpty();
    }

    @Test
    void un_autre_compte_ne_l_envoie_pas_et_le_texte_reste_a_l_ecran() {
        var rendue = page(envoi(preuves.de(claire)).exchange());

        var autre = renvoi(rendue).with(requetes.par(paul)).exchange();

        assertThat(autre).hasStatus(403);
        var page = page(autre);
        assertThat(page.select("h1").text()).isEqualTo("Ces réponses ont été écrites depuis un autre compte");
        assertThat(page.select("dd").eachText()).containsExactly("Directrice");
        assertThat(page.text()).contains("rien n’est enregistré").doesNotContain("⟦");
        assertThat(ecrit()).isEmpty();
        assertThat(renvoi(page).with(requetes.par(claire)).exchange())
                .as("son auteur, revenu, l'envoie de cette page")
                .hasStatus(303);
        assertThat(ecrit()).isEqualTo("Directrice");
    }

    @Test
    void meme_avec_un_jeton_d_aujourd_hui() {
        var compte = web.post()
                .uri("/compte/informations")
                .header("Sec-Fetch-Site", "same-origin")
                .param("_de", preuves.de(claire))
                .param("prenom", "Claire-Anne")
                .param("nom", "Faure")
                .with(requetes.par(paul))
                .with(csrf());

        assertThat(page(compte.exchange()).text())
                .contains("Ces réponses ont été écrites depuis un autre compte", "Claire-Anne");
        assertThat(compte.header("HX-Request", "true").exchange())
                .as("un script garde la page, et propose de se reconnecter")
                .hasStatus(401);
    }

    @Test
    void une_preuve_forgee_n_est_de_personne() {
        for (var forgee : new String[] {"de.", "de.AAAA", "de.***", "", preuves.de(claire) + "A"}) {
            assertThat(web.post()
                            .uri(section)
                            .header("Sec-Fetch-Site", "same-origin")
                            .param("_csrf", forgee)
                            .param("role", "Forgé")
                            .with(requetes.par(claire))
                            .exchange())
                    .as(forgee)
                    .hasStatus(403);
        }
    }

    private MockMvcRequestBuilder envoi(String auteur) {
        return web.post()
                .uri(section)
                .header("Sec-Fetch-Site", "same-origin")
                .param("_csrf", "jeton-mort")
                .param("_de", auteur)
                .param("r.role", "0")
                .param("role", "Directrice")
                .param("suite", "brouillon")
                .param("_cle", "0193a000-0000-7000-8000-000000000061");
    }

    /** « Envoyer de nouveau », tel que la page rendue le porte. */
    private MockMvcRequestBuilder renvoi(Document page) {
        var formulaire = page.selectFirst(".cv-etroit form[method=post]");
        var envoi = web.post().uri(formulaire.attr("action")).header("Sec-Fetch-Site", "same-origin");
        formulaire.select("input[type=hidden]").forEach(champ -> envoi.param(champ.attr("name"), champ.attr("value")));
        return envoi;
    }

    private String ecrit() {
        return page(requetes.lire(claire, section)).select("input[name=role]").val();
    }

    private static Document page(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), UTF_8));
    }
}
