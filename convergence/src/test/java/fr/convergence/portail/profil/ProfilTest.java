package fr.convergence.portail.profil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.session.Sessions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** « Votre compte » (CPT-1, CNX-5, CNX-6). */
@TestDuPortail
@Tag("CPT-1")
final class ProfilTest extends EssaisDuProfil {

    @Autowired
    Comptes comptes;

    @Autowired
    Sessions sessions;

    @Test
    void les_cgu_s_acceptent_avant_toute_autre_page_puis_se_lisent_acceptees() {
        assertThat(navigateur.lire("/compte/sessions").destination()).isEqualTo("/cgu/acceptation");
        assertThat(navigateur.suivre().texte()).contains("J’ai lu les conditions générales");
        assertThat(navigateur.envoyer("/cgu/acceptation").statut()).isEqualTo(422);
        assertThat(navigateur.lire("/cgu").statut()).as("les lire reste permis").isEqualTo(200);
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        assertThat(navigateur.destination()).isEqualTo("/compte/sessions");
        assertThat(navigateur.lire("/compte").texte()).contains("Version actuelle des CGU Acceptée le");
        var plusTard = connecter(ComptesDeTest.MOT_DE_PASSE);
        assertThat(plusTard.lire("/compte").statut()).isEqualTo(200);
    }

    @Test
    void on_peut_se_deconnecter_sans_accepter() {
        navigateur.lire("/cgu/acceptation").envoyer("/deconnexion");
        assertThat(navigateur.lire("/compte").destination()).endsWith("/connexion");
    }

    @Test
    void la_page_dit_qui_l_on_est() {
        accepter();
        assertThat(navigateur.lire("/compte").texte())
                .contains("Madame", "Claire", "Durand", claire.nomUtilisateur().valeur(), "+33 4 67 33 67 33");
    }

    @Test
    void le_numero_a_corriger_se_lit_comme_sur_la_page_du_compte() {
        accepter();
        navigateur.lire("/compte/informations");
        assertThat(navigateur.page().select("#telephone").val()).isEqualTo("+33 4 67 33 67 33");
    }

    @Test
    void les_informations_se_corrigent() {
        accepter();
        navigateur
                .lire("/compte/informations")
                .envoyer("/compte/informations", "civilite", "MADAME", "nom", "", "prenom", "Zoé", "telephone", "12");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("#prenom").val()).isEqualTo("Zoé");
        for (var faux : List.of("12345", "???", "\u200b\u00a0")) {
            navigateur.envoyer(
                    "/compte/informations",
                    "civilite",
                    "MADAME",
                    "nom",
                    faux,
                    "prenom",
                    "Zoé",
                    "telephone",
                    "0467336733");
            assertThat(navigateur.statut()).as(faux).isEqualTo(422);
        }
        navigateur.envoyer(
                "/compte/informations",
                "civilite",
                "MONSIEUR",
                "nom",
                "Le\u00a0Goff\u200b",
                "prenom",
                "Zoé",
                "telephone",
                "0467336733");
        assertThat(navigateur.suivre().texte()).contains("Vos informations sont enregistrées", "Monsieur", "Le Goff");
    }

    @Test
    void une_session_se_termine_d_un_autre_appareil_et_seul_son_titulaire_le_peut() {
        accepter();
        var autre = connecter(ComptesDeTest.MOT_DE_PASSE);
        navigateur.lire("/compte/sessions");
        var reference = navigateur.page().select("button[name=reference]").val();
        claire = deTest.referent();
        var intrus = connecter(ComptesDeTest.MOT_DE_PASSE);
        intrus.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        intrus.lire("/compte/sessions").envoyer("/compte/sessions/fins", "reference", reference);
        assertThat(autre.lire("/cgu").page().text()).as("toujours connecté").contains("Se déconnecter");
        navigateur.envoyer("/compte/sessions/fins", "reference", reference);
        assertThat(autre.lire("/compte").destination()).endsWith("/connexion");
        assertThat(navigateur.lire("/compte").statut()).isEqualTo(200);
    }

    @Test
    void les_donnees_s_emportent() {
        accepter();
        navigateur.lire("/compte/donnees/export");
        assertThat(navigateur.reponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(new String(navigateur.reponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(claire.nomUtilisateur().valeur(), "conditionsGenerales")
                .doesNotContain("argon2");
    }

    @Test
    void le_compte_se_supprime_et_ne_garde_rien_de_personnel() {
        accepter();
        navigateur.lire("/compte/donnees").envoyer("/compte/suppression", "actuel", "Faux");
        assertThat(navigateur.statut()).isEqualTo(422);
        navigateur.envoyer("/compte/suppression", "actuel", ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/");
        assertThat(navigateur.suivre().texte()).contains("Votre compte est supprimé");
        var reste = comptes.titulaire(claire.id()).orElseThrow();
        assertThat(reste.etat()).isInstanceOf(EtatDePersonne.Supprime.class);
        assertThat(reste.toString())
                .doesNotContain(
                        "Durand",
                        claire.nomUtilisateur().valeur(),
                        claire.courriel().valeur());
        assertThat(comptes.designe(claire.nomUtilisateur().valeur())).isEmpty();
        assertThat(sessions.de(claire.id(), "")).isEmpty();
        assertThat(navigateur.lire("/compte").destination()).endsWith("/connexion");
    }
}
