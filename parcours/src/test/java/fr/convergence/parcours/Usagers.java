package fr.convergence.parcours;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.time.Instant;

/** Les gestes que plusieurs parcours partagent : s'inscrire, se connecter. */
final class Usagers {

    static final String MOT_DE_PASSE = "Sept-goelands-gris-41";
    private static final LeSite SITE = LeSite.ouvert();

    private Usagers() {}

    /** Inscription complète, de l'accueil à l'activation. */
    static void inscrire(Navigateur chez, String nomUtilisateur, String type, String region, String recherche) {
        informations(chez, nomUtilisateur);
        chez.choisir("type", type);
        chez.choisir("region", region);
        chez.cliquer("Suivant");
        chez.page().locator("input[type=search]").first().fill(recherche);
        chez.page().keyboard().press("Enter");
        chez.page()
                .locator("tr:has-text(\"" + recherche + "\")")
                .first()
                .getByText("Sélectionner")
                .click();
        chez.lire("Pour information");
        chez.suivreLien("Suivant");
        chez.lire("Merci de valider");
        chez.cliquer("Créer le compte");
        chez.lire("Nous avons bien pris en compte votre inscription");
        activer(chez, nomUtilisateur);
    }

    static void informations(Navigateur chez, String nomUtilisateur) {
        chez.aller("/inscription/informations");
        chez.saisir("nomUtilisateur", nomUtilisateur);
        chez.cocher("civilite", "MADAME");
        chez.saisir("nom", "Essai");
        chez.saisir("prenom", "Jeanne");
        chez.saisir("courriel", courriel(nomUtilisateur));
        chez.saisir("motDePasse", MOT_DE_PASSE);
        chez.saisir("confirmation", MOT_DE_PASSE);
        chez.saisir("telephone", "06 12 34 56 78");
        var defi = chez.page().locator("input[name=captcha]").inputValue();
        chez.saisir("controle", SITE.base().captcha(defi));
        chez.cliquer("Suivant");
        chez.page().waitForURL("**/inscription/etablissement**");
    }

    static void activer(Navigateur chez, String nomUtilisateur) {
        var lien = SITE.boite().attendre(courriel(nomUtilisateur), "(http\\S+/activation/[\\w-]+)");
        chez.aller(lien.replaceFirst("https?://[^/]+", ""));
        chez.page().locator("main form button[type=submit]").first().click();
    }

    static void connecter(Navigateur chez, String nomUtilisateur) {
        connecter(chez, nomUtilisateur, MOT_DE_PASSE);
    }

    /** L'adresse e-mail d'un compte, telle que la base la connaît. */
    static String courrielDe(String nomUtilisateur) {
        return SITE.base().texte("select courriel from compte where nom_utilisateur = ?", nomUtilisateur);
    }

    /** Connexion d'un référent : mot de passe, code reçu, CGU à la première fois. */
    static void connecter(Navigateur chez, String nomUtilisateur, String motDePasse) {
        var adresse = courrielDe(nomUtilisateur);
        var avant = SITE.boite().dernier(adresse);
        chez.aller("/connexion");
        chez.saisir("identifiant", nomUtilisateur);
        chez.saisir("motDePasse", motDePasse);
        chez.cliquer("Se connecter");
        chez.page().waitForURL("**/connexion/code");
        chez.saisir("code", SITE.boite().attendre(adresse, "\\b(\\d{6})\\b", avant));
        chez.cliquer("Valider");
        chez.page().waitForURL(page -> !page.contains("/connexion"));
        if (chez.page().url().contains("/cgu")) {
            chez.page()
                    .locator("main input[type=checkbox]")
                    .first()
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            chez.page().locator("main form button[type=submit]").first().click();
            chez.page().waitForURL(page -> !page.contains("/cgu"));
        }
    }

    /** Connexion de l'équipe : mot de passe, code de l'application d'authentification. */
    static void connecterEquipe(Navigateur chez, String nomUtilisateur, String motDePasse, String secret) {
        chez.aller("/connexion/equipe");
        chez.saisir("identifiant", nomUtilisateur);
        chez.saisir("motDePasse", motDePasse);
        chez.cliquer("Se connecter");
        chez.page().waitForURL("**/connexion/equipe/code");
        chez.saisir("code", codeDApplication(secret));
        chez.cliquer("Valider");
        chez.page().waitForURL(page -> !page.contains("/connexion"));
        if (chez.page().url().contains("/cgu")) {
            chez.page()
                    .locator("main input[type=checkbox]")
                    .first()
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            chez.page().locator("main form button[type=submit]").first().click();
            chez.page().waitForURL(page -> !page.contains("/cgu"));
        }
    }

    static String courriel(String nomUtilisateur) {
        return nomUtilisateur + "@hopital.example";
    }

    private static String codeDApplication(String secret) {
        try {
            return new DefaultCodeGenerator(HashingAlgorithm.SHA1)
                    .generate(secret, Instant.now().getEpochSecond() / 30);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }
}
