package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une référente remplace le code reçu par e-mail par son application, puis la perd. */
final class SecondFacteurParcours {

    @Test
    @Tag("CNX-5")
    void une_referente_relie_son_application_entre_avec_puis_avec_un_code_de_secours() {
        var nom = Usagers.inscrit("agathe");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, nom);
            chez.aller("/compte");
            chez.suivreLien("Application et codes de secours");
            chez.suivreLien("Relier une application d’authentification");
            chez.saisir("actuel", Usagers.MOT_DE_PASSE);
            chez.cliquer("Continuer");
            chez.attendreAdresse("/compte/second-facteur/application");
            chez.controler();
            chez.capturer("second-facteur-relier");
            var secret = chez.page().locator("main .cv-chiffres").innerText().replaceAll("\\s", "");
            // Comme on le recopie d'un téléphone : en deux groupes de trois.
            chez.saisir("code", enDeux(Usagers.codeDApplication(chez, secret)));
            chez.cliquer("Relier l’application");
            chez.attendreAdresse("/compte/second-facteur/codes/a-noter");
            chez.controler();
            chez.capturer("second-facteur-codes");
            var notes = chez.page().locator("#codes-de-secours li strong").all().stream()
                    .map(Locator::innerText)
                    .toList();
            assertThat(notes).hasSize(10);
            chez.suivreLien("Je les ai notés");
            chez.lire("Il vous reste 10 codes de secours.");
            chez.elargir(375);
            chez.controler();
            chez.capturer("second-facteur-telephone");
            chez.elargir(1280);

            chez.cliquer("Se déconnecter");
            Usagers.identifier(chez, nom, Usagers.MOT_DE_PASSE);
            chez.attendreAdresse("/connexion/equipe/code");
            chez.saisir("code", Usagers.codeDApplication(chez, secret));
            chez.cliquer("Valider");
            chez.attendreAdresse("/tableau-de-bord");

            chez.cliquer("Se déconnecter");
            Usagers.identifier(chez, nom, Usagers.MOT_DE_PASSE);
            chez.suivreLien("Utiliser un code de secours");
            chez.controler();
            chez.capturer("connexion-secours");
            chez.saisir("code", notes.getFirst().toLowerCase(Locale.ROOT).replace("-", " "));
            chez.cliquer("Valider");
            chez.lire("Nombre de codes qui vous restent : 9");
        }
    }

    private static String enDeux(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
