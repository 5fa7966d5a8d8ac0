package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE, « Mot de passe oublié ». */
final class OubliParcours {

    @Test
    @Tag("CNX-4")
    @Tag("NOT-1")
    void un_mot_de_passe_oublie_se_remplace_une_fois_et_ferme_les_autres_sessions() {
        var nom = Usagers.inscrit("ondine");
        try (var chez = Navigateur.ouvrir();
                var ailleurs = Navigateur.ouvrir()) {
            Usagers.connecter(ailleurs, nom);
            var avant = chez.site().boite().dernier(Usagers.courriel(nom));
            chez.aller("/connexion");
            chez.suivreLien("Mot de passe oublié ?");
            chez.controler();
            chez.saisir("identifiant", nom);
            chez.cliquer("Envoyer le lien");
            chez.lire("Si un compte correspond");
            var lien = Usagers.lienRecu(chez, Usagers.courriel(nom), "mot-de-passe-oublie", avant);
            chez.aller(lien);
            choisir(chez, "Ondine-2026-hopital", "Ondine-2026-hopital");
            assertThat(chez.erreur("motDePasse")).contains("ni votre nom");
            choisir(chez, "Cinq-loutres-vertes-7", "Cinq-loutres-vertes-8");
            assertThat(chez.erreur("confirmation")).contains("ne sont pas les mêmes");
            chez.controler();
            choisir(chez, "Cinq-loutres-vertes-7", "Cinq-loutres-vertes-7");
            chez.lire("Votre mot de passe est changé");
            chez.site().boite().attendre(Usagers.courriel(nom), "Votre mot de passe a été changé");

            chez.aller(lien);
            chez.lire("Ce lien n’est plus valable");
            ailleurs.aller("/tableau-de-bord");
            ailleurs.attendreAdresse("/connexion");
            Usagers.connecter(chez, nom, "Cinq-loutres-vertes-7");
            chez.attendreAdresse("/tableau-de-bord");
        }
    }

    @Test
    @Tag("CNX-4")
    @Tag("INS-2")
    void l_oubli_repond_de_meme_pour_un_inconnu() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/mot-de-passe-oublie");
            chez.saisir("identifiant", "personne.inconnue");
            chez.cliquer("Envoyer le lien");
            chez.attendreAdresse("/mot-de-passe-oublie/envoi");
            chez.lire("Si un compte correspond");
        }
    }

    private static void choisir(Navigateur chez, String motDePasse, String confirmation) {
        chez.saisir("motDePasse", motDePasse);
        chez.saisir("confirmation", confirmation);
        chez.cliquer("Enregistrer le mot de passe");
    }
}
