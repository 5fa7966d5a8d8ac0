package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** La connexion d'un référent et sa session (CNX-1, CNX-3, CNX-7). */
@TestDuPortail
@Tag("CNX-1")
@Tag("CNX-2")
@Tag("CNX-3")
@Tag("CNX-7")
final class ConnexionTest {

    @Autowired
    Porte porte;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    HorlogeDeTest horloge;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        navigateur = porte.inconnu();
    }

    @Test
    void le_mot_de_passe_puis_le_code_ouvrent_le_tableau_de_bord() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
        assertThat(navigateur.suivre().texte()).contains("Code transmis");
        assertThat(navigateur.page().select("main form strong").text())
                .isEqualTo(claire.nomUtilisateur().valeur());
        assertThat(navigateur.page().select("main form input:not([type=hidden], [type=checkbox])"))
                .as("ce qui ne se change pas n'est pas un champ")
                .hasSize(1);
        navigateur.envoyer("/connexion/code", "code", porte.code(claire));
        assertThat(navigateur.destination()).isEqualTo("/tableau-de-bord");
    }

    @Test
    void l_adresse_electronique_designe_aussi_le_compte_quelle_que_soit_la_casse() {
        porte.saisir(navigateur, claire.courriel().valeur().toUpperCase(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void rien_n_est_ouvert_avant_le_second_facteur() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.lire("/cgu/acceptation").destination()).endsWith("/connexion");
    }

    @Test
    void la_session_change_a_la_connexion_et_son_temoin_est_protege() {
        navigateur.lire("/connexion");
        var avant = navigateur.temoins().get("__Host-session").getValue();
        porte.connecter(navigateur, claire);
        var temoin = navigateur.temoins().get("__Host-session");
        assertThat(temoin.getValue()).isNotEqualTo(avant);
        assertThat(temoin.getSecure()).isTrue();
        assertThat(temoin.isHttpOnly()).isTrue();
        assertThat(temoin.getPath()).isEqualTo("/");
        assertThat(temoin.getAttribute("SameSite")).isEqualToIgnoringCase("Lax");
    }

    @Test
    void la_connexion_ramene_a_la_page_demandee_sur_ce_site() {
        navigateur.lire("/cgu/acceptation?vers=ici");
        assertThat(navigateur.destination()).endsWith("/connexion");
        porte.connecter(navigateur, claire);
        assertThat(navigateur.destination()).isEqualTo("/cgu/acceptation?vers=ici");
    }

    @Test
    void un_champ_vide_se_dit_et_ce_qui_etait_saisi_reste_sauf_le_mot_de_passe() {
        porte.saisir(navigateur, "", "");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("Saisissez votre nom d’utilisateur", "Saisissez votre mot de passe");
        porte.saisir(navigateur, "<script>x", "Secret-de-claire");
        assertThat(navigateur.page().select("#identifiant").val()).isEqualTo("<script>x");
        assertThat(navigateur.page().html()).doesNotContain("Secret-de-claire");
    }

    @Test
    void une_saisie_hostile_est_refusee_sans_incident() {
        for (var hostile : new String[] {"a".repeat(5_000), "claire\0durand", "' or '1'='1", "é@è", "\u202e" + "x"}) {
            porte.saisir(navigateur, hostile, "Mauvais\0mot-de-passe-1");
            assertThat(navigateur.statut()).isEqualTo(422);
        }
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), "x".repeat(5_000));
        assertThat(navigateur.statut()).isEqualTo(422);
    }

    @Test
    void un_compte_inconnu_et_un_mot_de_passe_faux_ont_les_memes_octets() {
        var identifiant = "personne." + UUID.randomUUID().toString().substring(0, 8);
        porte.saisir(navigateur, identifiant, "Mauvais-mot-de-passe-1");
        var inconnue = reponse(identifiant);
        navigateur = porte.inconnu();
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), "Mauvais-mot-de-passe-1");
        assertThat(reponse(claire.nomUtilisateur().valeur())).isEqualTo(inconnue);
    }

    @Test
    void une_session_finit_au_bout_de_douze_heures_meme_employee() {
        porte.connecter(navigateur, claire);
        horloge.avancer(Duration.ofHours(12));
        assertThat(navigateur.lire("/cgu/acceptation").destination()).isEqualTo("/connexion?finie=oui");
        assertThat(navigateur.suivre().texte()).contains("Votre session est terminée");
        assertThat(navigateur.lire("/cgu/acceptation").destination()).endsWith("/connexion");
    }

    @Test
    void de_nouvelles_conditions_rendent_le_formulaire_qui_repart_une_fois_acceptees() {
        porte.connecter(navigateur, claire);
        navigateur.suivre().suivre().envoyer("/compte/informations", "prenom", "Marie-Ange", "nom", "Durand");
        assertThat(navigateur.statut()).isEqualTo(409);
        assertThat(navigateur.page().select("dd").eachText()).containsExactlyInAnyOrder("Marie-Ange", "Durand");
        assertThat(navigateur.page().select(".cv-etroit a").attr("href")).isEqualTo("/cgu/acceptation");
        var champs = navigateur.page().select(".cv-etroit form input[name=prenom]");

        navigateur.envoyer("/cgu/acceptation", "acceptation", "oui");
        navigateur.envoyer("/compte/informations", "prenom", champs.val(), "nom", "Durand");
        assertThat(navigateur.statut()).as("le formulaire arrive").isEqualTo(422);
    }

    @Test
    void rester_connecte_repond_sans_contenu_et_refuse_le_visiteur() {
        porte.connecter(navigateur, claire);
        // La première connexion s'arrête aux conditions d'utilisation : la session s'y prolonge déjà.
        navigateur.suivre().suivre().envoyer("/session/prolongations");
        assertThat(navigateur.statut()).isEqualTo(204);
        var visiteur = porte.inconnu().lire("/connexion");
        assertThat(visiteur.envoyer("/session/prolongations").statut()).isEqualTo(302);
    }

    @Test
    void qui_est_connecte_ne_revoit_pas_la_page_de_connexion() {
        porte.connecter(navigateur, claire);
        assertThat(navigateur.lire("/connexion").destination()).isEqualTo("/tableau-de-bord");
    }

    private String reponse(String identifiant) {
        return navigateur.statut()
                + navigateur.page().html().replace(identifiant, "IDENTIFIANT").replaceAll("value=\"[\\w-]{36,}\"", "");
    }
}
