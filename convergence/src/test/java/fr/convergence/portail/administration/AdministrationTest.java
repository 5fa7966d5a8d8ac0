package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.inscription.RegistreDEssai;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.personne.EtatDePersonne;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** L'espace de l'opérateur : comptes, courriels, journal. */
@TestDuPortail
@Tag("AUD-1")
@Tag("NOT-3")
final class AdministrationTest {

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    Courriels courriels;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    private Connecte operateur;
    private Compte membre;

    @BeforeEach
    void un_operateur_et_un_membre() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
        membre = deTest.membre(Role.ANS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/comptes",
                "/referents",
                "/invitations/nouvelle",
                "/courriels",
                "/journal",
                "/modeles",
                "/accueil"
            })
    void l_operateur_seul_y_entre(String page) {
        assertThat(lire(operateur, page)).hasStatusOk();
        assertThat(lire(deTest.connecte(membre), page)).hasStatus(403);
        assertThat(lire(deTest.connecte(deTest.referent()), page)).hasStatus(403);
    }

    @Test
    void un_compte_se_retrouve_se_ferme_apres_confirmation_et_se_rouvre() {
        assertThat(lire(operateur, "/comptes?q=" + membre.nomUtilisateur().valeur()))
                .bodyText()
                .contains("/administration/comptes/" + membre.id())
                .doesNotContain(operateur.compte().toString());
        assertThat(lire(operateur, "/comptes/" + membre.id() + "/desactivation"))
                .bodyText()
                .contains("ne pourra plus se connecter");

        assertThat(envoyer("/comptes/" + membre.id() + "/desactivation")).hasStatus(303);
        assertThat(etat(membre)).isInstanceOf(EtatDePersonne.Desactive.class);
        assertThat(lire(operateur, "/journal?objet=compte/" + membre.id() + "&acte=compte-desactive"))
                .bodyText()
                .contains("<td data-titre=\"Acte\">Compte désactivé</td>", operateur.nom())
                .doesNotContain(">compte-desactive<");
        assertThat(lire(operateur, "/journal?objet=" + membre.nomUtilisateur().valeur() + "&acte=compte-desactive"))
                .as("un compte, par son nom d’utilisateur")
                .bodyText()
                .contains("<td data-titre=\"Acte\">Compte désactivé</td>");
        assertThat(lire(operateur, "/journal?objet=" + membre.nomUtilisateur().valeur() + "&acteur=convergence"))
                .as("ce que le site a fait de lui-même")
                .bodyText()
                .doesNotContain("<td data-titre=\"Acte\">Compte désactivé</td>");
        assertThat(lire(operateur, "/journal?acteur=Convergence"))
                .bodyText()
                .contains("<td data-titre=\"Auteur\">Convergence</td>");

        assertThat(envoyer("/comptes/" + membre.id() + "/reactivation")).hasStatus(303);
        assertThat(etat(membre)).isInstanceOf(EtatDePersonne.Actif.class);
    }

    @Test
    @Tag("ADM-1")
    void un_referent_se_cherche_et_sa_fiche_se_lit_avec_une_trace() {
        RegistreDEssai.poser(base);
        var referent =
                deTest.referent(ComptesDeTest.CHU, new CleCandidat(TypeCandidat.EJ_PRIVEE, RegistreDEssai.PRIVEE));
        var adresse = referent.courriel().valeur();
        courriels.ecrire("compte/reactive", adresse, Map.of("prenom", "Claire"));
        assertThat(boite.de(adresse)).as("lettre distribuée").hasSize(1);
        var fiche = "/referents/" + referent.id();

        assertThat(lire(operateur, "/referents"))
                .bodyText()
                .doesNotContain(referent.nomUtilisateur().valeur());
        for (var cherche : List.of(
                referent.nomUtilisateur().valeur(),
                adresse.toUpperCase(Locale.ROOT),
                RegistreDEssai.PRIVEE,
                "miremont",
                "Clinique de Mirem")) {
            assertThat(lire(operateur, "/referents?q=" + cherche))
                    .as(cherche)
                    .bodyText()
                    .contains(fiche);
        }
        assertThat(lire(operateur, "/referents?q=" + membre.nomUtilisateur().valeur()))
                .bodyText()
                .contains("Aucun référent ne correspond");

        assertThat(lire(operateur, fiche))
                .bodyText()
                .contains(
                        adresse,
                        referent.nomUtilisateur().valeur(),
                        "GHT Est Herault et Sud Aveyron (OCC-04) – CHU Montpellier",
                        "Aucun dossier",
                        "À envoyer");
        assertThat(base.sql("select count(*) from journal where chaine = ? and acte = 'referent-consulte'")
                        .param("compte/" + referent.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(lire(operateur, "/referents/" + membre.id())).hasStatus(404);
    }

    @Test
    void la_liste_des_comptes_suit_sa_cle() {
        for (var rang = 0; rang < 30; rang++) {
            deTest.membre(Role.ANS);
        }
        var premiere = texte(lire(operateur, "/comptes"));
        var suivante = premiere.replaceAll("(?s).*href=\"/administration(/comptes\\?[^\"]*apres=[^\"]+)\".*", "$1");
        var seconde = texte(lire(operateur, suivante));

        assertThat(liens(premiere)).hasSize(25);
        assertThat(liens(seconde)).isNotEmpty().doesNotContainAnyElementsOf(liens(premiere));
    }

    @Test
    void nul_ne_ferme_son_propre_compte_ni_celui_d_un_referent() {
        var referent = deTest.referent();

        assertThat(envoyer("/comptes/" + operateur.compte() + "/desactivation")).hasStatus(303);
        assertThat(comptes.titulaire(operateur.compte()).orElseThrow().actif()).isTrue();
        assertThat(envoyer("/comptes/" + referent.id() + "/desactivation")).hasStatus(404);
        assertThat(envoyer("/comptes/" + membre.id() + "/autre")).hasStatus(404);
    }

    @Test
    void le_second_facteur_se_delie_et_la_page_dit_d_abord_ce_qui_s_ensuit() {
        assertThat(lire(operateur, "/comptes/" + membre.id() + "/second-facteur"))
                .bodyText()
                .contains(
                        "Délier l’application d’authentification", "ses clés d’accès et ses codes de secours retirés");

        assertThat(envoyer("/comptes/" + membre.id() + "/second-facteur")).hasStatus(303);

        assertThat(base.sql("select totp_scelle is null from compte where id = ?")
                        .param(membre.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void un_courriel_abandonne_repart() {
        var adresse = "perdu." + operateur.compte() + "@chu.example.fr";
        courriels.ecrire("compte/desactive", adresse, Map.of("prenom", "Claire"));
        assertThat(boite.de(adresse)).hasSize(1);
        var id = base.sql("""
                update courriel set etat = 'ABANDONNE', erreur = '550 boîte inconnue' where destinataire = ?
                returning id
                """).param(adresse).query(String.class).single();

        assertThat(lire(operateur, "/courriels?etat=ABANDONNE&destinataire=" + adresse))
                .bodyText()
                .contains("550 boîte inconnue", "/administration/courriels/" + id + "/relances");
        assertThat(envoyer("/courriels/" + id + "/relances")).hasStatus(303);
        assertThat(lire(operateur, "/courriels?destinataire=" + adresse))
                .bodyText()
                .contains("À envoyer")
                .doesNotContain("/relances");
        assertThat(lire(operateur, "/journal?objet=courriel/" + id)).bodyText().contains("E-mail relancé");
    }

    @Test
    void le_journal_se_cherche_par_date_et_refuse_ce_qui_n_en_est_pas_une() {
        assertThat(lire(operateur, "/journal?du=2020-01-01&au=2020-12-31"))
                .hasStatusOk()
                .bodyText()
                .contains("Aucun acte ne répond");
        assertThat(lire(operateur, "/journal?du=hier"))
                .hasStatus(422)
                .bodyText()
                .contains("Saisissez une date, par exemple 22/11/2026.");
    }

    @Test
    void un_journal_intact_se_dit() {
        assertThat(envoyer("/journal/verifications")).hasStatusOk().bodyText().contains("Le journal est intact");
    }

    private EtatDePersonne etat(Compte compte) {
        return comptes.titulaire(compte.id()).orElseThrow().etat();
    }

    private static List<String> liens(String page) {
        return java.util.regex.Pattern.compile("<a href=\"(/administration/comptes/[0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(trouve -> trouve.group(1))
                .toList();
    }

    private static String texte(MvcTestResult reponse) {
        return new String(reponse.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("&amp;", "&");
    }

    private MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration" + chemin);
    }

    private MvcTestResult envoyer(String chemin, String... champs) {
        return requetes.envoyer(operateur, "/administration" + chemin, champs);
    }
}
