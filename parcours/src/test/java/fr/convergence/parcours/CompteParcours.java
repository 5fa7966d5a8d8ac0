package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE, « Votre compte » : informations, mot de passe, établissements, sessions, données, contacts. */
final class CompteParcours {

    private static final String NOUVEAU = "Huit-herons-cendres-12";

    @Test
    @Tag("CPT-1")
    @Tag("CNX-6")
    void les_informations_et_le_mot_de_passe_se_changent() {
        var nom = Usagers.nouveauNom("irene");
        try (var chez = Navigateur.ouvrir();
                var ailleurs = Navigateur.ouvrir()) {
            entrer(chez, nom, "CLINIQUE DES FLAMBOYANTS", "La Réunion");
            Usagers.connecter(ailleurs, nom);
            chez.suivreLien("Votre compte");
            chez.attendreAdresse("/compte");
            chez.lire("Acceptée le");
            chez.capturer("compte");
            chez.suivreLien("Modifier vos informations");
            chez.controler();
            chez.saisir("telephone", "12");
            chez.cliquer("Enregistrer");
            assertThat(chez.erreur("telephone")).isNotBlank();
            chez.saisir("telephone", "0262 90 50 50");
            chez.saisir("prenom", "Irène-Marie");
            chez.cliquer("Enregistrer");
            chez.lire("Vos informations sont enregistrées");
            chez.voir("Irène-Marie");

            chez.aller("/compte/mot-de-passe");
            changer(chez, "Pas-le-bon-2026", NOUVEAU);
            assertThat(chez.erreur("actuel")).contains("pas votre mot de passe actuel");
            changer(chez, Usagers.MOT_DE_PASSE, "azerty");
            assertThat(chez.erreur("motDePasse")).isNotBlank();
            chez.controler();
            chez.capturer("compte-mot-de-passe");
            changer(chez, Usagers.MOT_DE_PASSE, NOUVEAU);
            chez.lire("Votre mot de passe est changé");
            chez.site().boite().attendre(Usagers.courriel(nom), "Votre mot de passe a été changé");
            ailleurs.aller("/compte");
            ailleurs.attendreAdresse("/connexion");
        }
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, nom, NOUVEAU);
            chez.attendreAdresse("/tableau-de-bord");
        }
    }

    @Test
    @Tag("CPT-1")
    @Tag("CNX-5")
    @Tag("CNX-7")
    void une_session_oubliee_ailleurs_se_ferme_d_ici() {
        var nom = Usagers.nouveauNom("sonia");
        try (var chez = Navigateur.ouvrir();
                var ailleurs = Navigateur.surTelephone()) {
            entrer(chez, nom, "CLINIQUE DES FLAMBOYANTS", "La Réunion");
            Usagers.connecter(ailleurs, nom);
            chez.aller("/compte/sessions");
            PlaywrightAssertions.assertThat(chez.page().locator("main tbody tr"))
                    .hasCount(2);
            chez.controler();
            chez.capturer("compte-sessions");
            chez.page().locator("main tbody button").click();
            chez.voir("La session est terminée");
            ailleurs.aller("/compte");
            ailleurs.attendreAdresse("/connexion");
            sansCode(chez, nom);
        }
    }

    /** Dispensé de code sur cet appareil, puis de nouveau tenu de le saisir. */
    private static void sansCode(Navigateur chez, String nom) {
        chez.cliquer("Se déconnecter");
        var code = Usagers.codeDemande(chez, nom);
        chez.saisir("code", code);
        chez.page().getByText("Ne plus me demander de code sur cet appareil").click();
        chez.controler();
        chez.capturer("connexion-code-dispense");
        chez.cliquer("Valider");
        chez.attendreAdresse("/tableau-de-bord");
        chez.cliquer("Se déconnecter");

        Usagers.identifier(chez, nom, Usagers.MOT_DE_PASSE);
        chez.attendreAdresse("/tableau-de-bord");
        chez.aller("/compte/sessions");
        chez.lire("Appareils où aucun code n’est demandé");
        chez.capturer("compte-appareils");
        chez.cliquer("Redemander le code sur tous mes appareils");
        chez.lire("Le code sera de nouveau demandé");
        chez.cliquer("Se déconnecter");

        Usagers.identifier(chez, nom, Usagers.MOT_DE_PASSE);
        chez.attendreAdresse("/connexion/code");
    }

    @Test
    @Tag("ETB-1")
    void un_etablissement_s_ajoute_sert_a_candidater_et_se_retire() {
        var nom = Usagers.nouveauNom("elsa");
        try (var chez = Navigateur.ouvrir()) {
            entrer(chez, nom, "SA POLYCLINIQUE DU GRAND-PIN", "Nouvelle-Aquitaine");
            chez.aller("/compte/etablissements");
            // Le seul établissement d'un compte ne se retire pas.
            PlaywrightAssertions.assertThat(chez.page().locator("#etablissements button"))
                    .hasCount(0);
            chez.controler();
            chez.capturer("compte-etablissements");

            chez.suivreLien("Ajouter un établissement");
            chez.controler();
            chez.choisir("type", "Entité Juridique Publique hors GHT");
            chez.choisir("region", "Hauts-de-France");
            chez.saisir("q", "cote roses");
            chez.cliquer("Rechercher");
            chez.lire("1 établissement trouvé");
            chez.capturer("compte-ajout");
            Usagers.selectionner(chez, "CH DE LA COTE-AUX-ROSES");
            chez.lire("Vous allez représenter cet établissement");
            chez.cliquer("Ajouter l’établissement");
            chez.lire("est ajouté à vos établissements");

            chez.aller("/candidater");
            chez.choisir("guichet", "Domaine 1 Audits techniques");
            choisirEtablissement(chez, "809000011");
            chez.cliquer("Valider");
            chez.page().waitForURL("**/dossiers/**");
            chez.aller("/compte/etablissements");
            retirer(chez, "COTE-AUX-ROSES");
            chez.lire("Une candidature en cours vous lie à cet établissement");
            retirer(chez, "POLYCLINIQUE");
            chez.lire("L’établissement est retiré");
            PlaywrightAssertions.assertThat(chez.page().locator("#etablissements tbody tr"))
                    .hasCount(1);
        }
    }

    @Test
    @Tag("CPT-1")
    @Tag("NOT-1")
    void les_donnees_s_emportent_et_le_compte_se_supprime_sans_dossier_en_cours() throws IOException {
        var nom = Usagers.nouveauNom("odette");
        try (var chez = Navigateur.ouvrir()) {
            entrer(chez, nom, "SAS CLINIQUE DES BAOUS", "Provence-Alpes-Côte d’Azur");
            chez.aller("/compte/donnees");
            chez.controler();
            chez.capturer("compte-donnees");
            var export = chez.page().waitForDownload(() -> chez.suivreLien("Télécharger mes données"));
            assertThat(Files.readString(export.path()))
                    .contains(nom)
                    .contains(Usagers.courriel(nom))
                    .doesNotContain("argon2");

            supprimer(chez, "Pas-le-bon-2026");
            assertThat(chez.erreur("actuel")).contains("pas votre mot de passe actuel");
            supprimer(chez, Usagers.MOT_DE_PASSE);
            chez.lire("Votre compte est supprimé");
            chez.site().boite().attendre(Usagers.courriel(nom), "Votre compte est supprimé");
            Usagers.identifier(chez, nom, Usagers.MOT_DE_PASSE);
            chez.voir("n’est pas le bon");
        }
    }

    @Test
    @Tag("CPT-1")
    @Tag("CTC-1")
    @Tag("DOS-2")
    void un_dossier_en_cours_retient_le_compte_et_ses_contacts_se_changent() {
        var nom = Usagers.nouveauNom("gael");
        try (var chez = Navigateur.ouvrir();
                var intrus = Navigateur.ouvrir()) {
            entrer(chez, nom, "SA CLINIQUE DU VAL-FLEURI", "Centre-Val de Loire");
            chez.aller("/candidater");
            chez.choisir("guichet", "Domaine 2 Stratégie de continuité et de reprise d’activité");
            choisirEtablissement(chez, "379000011");
            chez.cliquer("Valider");
            chez.page().waitForURL("**/dossiers/**");
            var dossier = chez.page().url();

            chez.aller("/compte/donnees");
            supprimer(chez, Usagers.MOT_DE_PASSE);
            assertThat(chez.erreur("actuel")).contains("Une candidature est en cours à votre nom");

            chez.aller(dossier);
            chez.suivreLien("Modifier les contacts");
            var fenetre = chez.page().locator("dialog#contacts-fenetre[open]");
            fenetre.waitFor();
            assertThat(fenetre.locator("th[scope=col]").allInnerTexts())
                    .containsExactly("Fonction", "Civilité", "Nom", "Prénom", "Adresse e-mail", "Action");
            chez.controler();
            chez.capturer("contacts");
            fenetre.locator("a[title*=RSSI]").click();
            chez.lire("Mise à jour du contact");
            chez.page().locator("main select").selectOption(new SelectOption().setLabel("Madame"));
            champ(chez, "Nom").fill("Perrin");
            champ(chez, "Prénom").fill("Alix");
            champ(chez, "Adresse e-mail").fill("alix.perrin@val-fleuri.example");
            chez.capturer("contact");
            chez.cliquer("Enregistrer");
            chez.aller(dossier);
            chez.lire("Alix Perrin");

            Usagers.connecter(intrus, "ines.garcia", "Quatre-tasses-de-the-2026");
            intrus.aller(dossier);
            intrus.lire("Page introuvable");
        }
    }

    private static Locator champ(Navigateur chez, String libelle) {
        return chez.page()
                .getByRole(com.microsoft.playwright.options.AriaRole.MAIN)
                .getByLabel(libelle, exact());
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static void entrer(Navigateur chez, String nom, String clinique, String region) {
        Usagers.inscrire(chez, nom, "Entité Juridique Privée", region, clinique);
        Usagers.connecter(chez, nom);
    }

    private static void changer(Navigateur chez, String actuel, String nouveau) {
        chez.saisir("actuel", actuel);
        chez.saisir("motDePasse", nouveau);
        chez.saisir("confirmation", nouveau);
        chez.cliquer("Changer le mot de passe");
    }

    private static void supprimer(Navigateur chez, String motDePasse) {
        chez.saisir("actuel", motDePasse);
        chez.cliquer("Supprimer définitivement mon compte");
    }

    private static void retirer(Navigateur chez, String etablissement) {
        chez.page()
                .locator("#etablissements tr:has-text('" + etablissement + "') button")
                .click();
    }

    private static void choisirEtablissement(Navigateur chez, String finess) {
        var option = chez.page().locator("select[name=etablissement] option:has-text('" + finess + "')");
        chez.page().locator("select[name=etablissement]").selectOption(option.getAttribute("value"));
    }
}
