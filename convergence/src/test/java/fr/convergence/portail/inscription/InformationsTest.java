package fr.convergence.portail.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.chiffrement.Coffre;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** La saisie des informations d'un référent : chaque champ, ses refus, le mot de passe retenu. */
@TestDuPortail
@Tag("INS-1")
@Tag("INS-3")
final class InformationsTest {

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
    void les_champs_portent_les_mots_connus_dans_l_ordre() throws Exception {
        var page = zoe.page(ETAPE);

        assertThat(page.select("h1").text()).isEqualTo("Inscrivez-vous en tant qu’établissement de santé");
        assertThat(page.select("main label, main legend").stream().map(Element::ownText))
                .containsSubsequence(
                        "Nom d’utilisateur",
                        "Civilité",
                        "Nom",
                        "Prénom",
                        "Adresse e-mail",
                        "Mot de passe",
                        "Confirmation du mot de passe",
                        "N° de téléphone",
                        "Contrôle de sécurité");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nomUtilisateur | zoe martin | lettres sans accent",
                "nomUtilisateur | <script>alert(1)</script> | lettres sans accent",
                "nomUtilisateur | zoé | lettres sans accent",
                "nomUtilisateur | zoe@chu.fr | lettres sans accent",
                "nomUtilisateur | ab | de 3 à 50 caractères",
                "nomUtilisateur | '' | Choisissez un nom d’utilisateur",
                "civilite | DOCTEUR | Choisissez « Madame » ou « Monsieur »",
                "civilite | '' | Choisissez « Madame » ou « Monsieur »",
                "nom | '   ' | Saisissez votre nom",
                "nom | <b>Zoé</b> | seulement des lettres",
                "prenom | Z0é | seulement des lettres",
                "prenom | '' | Saisissez votre prénom",
                "nom | '\u200b\u00ad' | Saisissez votre nom",
                "prenom | 12345 | seulement des lettres",
                "prenom | ??? | seulement des lettres",
                "courriel | zoe | arobase",
                "courriel | zoe@@chu.fr | une seule",
                "courriel | zoe@chu | nom de domaine complet",
                "courriel | '' | Saisissez votre adresse e-mail",
                "motDePasse | court | 12 caractères",
                "motDePasse | aaaaaaaaaaaaaaaaaaaa | mot de passe",
                "motDePasse | '' | Choisissez un mot de passe",
                "motDePasse | Zoe.saisie-2026! | nom",
                "confirmation | autre-Chose-12 | pas les mêmes",
                "telephone | 12 | téléphone",
                "telephone | zéro six | chiffres",
                "telephone | '' | Saisissez votre numéro de téléphone",
                "controle | ZZZZ | ne correspondent pas",
                "controle | '' | Recopiez les caractères",
                "captcha | 00000000-0000-0000-0000-000000000000 | ne correspondent pas",
                "captcha | pas-un-uuid | ne correspondent pas"
            })
    void une_mauvaise_saisie_est_dite_pres_de_son_champ_et_le_reste_est_garde(String champ, String valeur, String mots)
            throws Exception {
        var champs = zoe.informations("zoe.saisie");
        champs.put(champ, valeur);
        var reponse = zoe.envoyer(ETAPE, champs);

        var page = refusee(reponse);
        var cible = champ.equals("captcha") ? "controle" : champ;
        var fautif = page.select("#" + cible + "-messages .fr-message--error").text();
        assertThat(fautif).containsIgnoringCase(mots);
        assertThat(page.select("[data-erreurs] a").eachAttr("href")).contains("#" + cible);
        assertThat(page.select("input[type=password]").eachAttr("value")).allMatch(String::isEmpty);
        assertThat(page.select("#controle").val()).isEmpty();
        for (var garde : new String[] {"nomUtilisateur", "nom", "prenom", "courriel", "telephone"}) {
            assertThat(page.select("#" + garde).val()).isEqualTo(champs.get(garde));
        }
        assertThat(page.html()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jean\u2011Pierre",
                "Anne\u2013Lyse",
                "d\u2018Arc",
                "O\u0060Brien",
                "Martin\u200b",
                "Mar\u00adtin",
                "\ufeffMartin"
            })
    void un_nom_se_recopie_de_n_importe_ou(String nom) throws Exception {
        var champs = zoe.informations("zoe.recopiee");
        champs.put("nom", nom);
        champs.put("prenom", nom);
        champs.put("courriel", "\u00a0" + champs.get("courriel") + "\u200b");
        champs.put("telephone", "tél. 06 12 34\u00ad 56 78");

        assertThat(zoe.envoyer(ETAPE, champs)).hasStatus3xxRedirection();
    }

    @Test
    void un_nom_de_trois_cents_caracteres_est_refuse_sans_deborder() throws Exception {
        for (var champ : new String[] {"nomUtilisateur", "nom", "prenom", "courriel", "telephone", "motDePasse"}) {
            var champs = zoe.informations("zoe.longue");
            champs.put(champ, "a".repeat(300));
            var page = refusee(zoe.envoyer(ETAPE, champs));

            assertThat(page.select("#" + champ + "-messages .fr-message--error"))
                    .as(champ)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0467336733",
                "04 67 33 67 33",
                "04.67.33.67.33",
                "04-67-33-67-33",
                "+33467336733",
                "+33 (0)4 67 33 67 33",
                "0033467336733",
                "tel:+33467336733",
                "+32 2 555 31 11",
                "0262 90 50 50"
            })
    void un_telephone_s_ecrit_de_dix_facons(String telephone) throws Exception {
        var champs = zoe.informations("zoe.telephone");
        champs.put("telephone", telephone);

        assertThat(zoe.envoyer(ETAPE, champs)).hasStatus(303).hasHeader("Location", "/inscription/etablissement");
    }

    @Test
    void toutes_les_erreurs_sont_dites_a_la_fois_dans_l_ordre_des_champs() throws Exception {
        var page = refusee(zoe.envoyer(ETAPE, Map.of()));

        assertThat(page.select("[data-erreurs] a").eachAttr("href"))
                .containsExactly(
                        "#nomUtilisateur",
                        "#civilite",
                        "#nom",
                        "#prenom",
                        "#courriel",
                        "#motDePasse",
                        "#telephone",
                        "#controle");
        assertThat(page.select("[data-erreurs] a").eachText())
                .as("chacune nomme son champ")
                .anyMatch(erreur -> erreur.matches("Adresse e-mail\\h: .+"))
                .allMatch(erreur -> erreur.matches("[^:]+\\h: .+"));
        assertThat(page.title()).startsWith("Erreur");
    }

    @Test
    void en_revenant_le_mot_de_passe_peut_rester_tant_que_le_reste_ne_change_pas() throws Exception {
        zoe.passerLEtape1("zoe.revient");
        var champs = zoe.informations("zoe.revient");
        champs.put("motDePasse", "");
        champs.put("confirmation", "");
        champs.put("telephone", "+32 2 555 31 11");
        assertThat(zoe.envoyer(ETAPE, champs)).hasStatus(303);
        champs.put("nom", "Granit");

        var page = refusee(zoe.envoyer(ETAPE, champs));
        assertThat(page.select("#motDePasse-messages").text()).contains("Choisissez un mot de passe");
    }

    @Test
    void le_mot_de_passe_juste_survit_a_une_erreur_ailleurs_sans_revenir_dans_la_page() throws Exception {
        var champs = zoe.informations("zoe.retenue");
        champs.put("courriel", "zoe.sans.arobase");
        champs.put("controle", "ZZZZ");
        var page = refusee(zoe.envoyer(ETAPE, champs));
        assertThat(page.text()).contains("Votre mot de passe est retenu");
        assertThat(page.html()).doesNotContain(Visiteur.MOT_DE_PASSE);
        assertThat(page.select("#motDePasse").hasAttr("required")).isFalse();

        var suite = zoe.informations("zoe.retenue");
        suite.put("motDePasse", "");
        suite.put("confirmation", "");
        suite.put("nom", "Tulipe");
        assertThat(refusee(zoe.envoyer(ETAPE, suite))
                        .select("#motDePasse-messages")
                        .text())
                .as("il reprend le nom corrigé : il est refusé, et oublié")
                .isNotEmpty();
        assertThat(refusee(zoe.envoyer(ETAPE, suite))
                        .select("#motDePasse-messages")
                        .text())
                .contains("Choisissez un mot de passe");
    }

    @Test
    void les_deux_champs_vides_gardent_le_mot_de_passe_retenu() throws Exception {
        var champs = zoe.informations("zoe.garde");
        champs.put("courriel", "zoe.sans.arobase");
        assertThat(refusee(zoe.envoyer(ETAPE, champs)).text()).contains("Votre mot de passe est retenu");
        champs.put("courriel", "zoe.garde@essai.invalid");
        champs.put("motDePasse", "");
        champs.put("confirmation", "");

        assertThat(zoe.envoyer(ETAPE, champs)).hasStatus(303);
    }

    private static Document refusee(MvcTestResult reponse) throws Exception {
        assertThat(reponse).hasStatus(422);
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }
}
