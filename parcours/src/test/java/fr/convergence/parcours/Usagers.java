package fr.convergence.parcours;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.time.Instant;

/** Les gestes que plusieurs parcours partagent : s'inscrire, se connecter. */
final class Usagers {

    static final String MOT_DE_PASSE = "Sept-goelands-gris-41";

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
        chez.saisir("controle", chez.site().base().captcha(defi));
        chez.cliquer("Suivant");
        chez.page().waitForURL("**/inscription/etablissement**");
    }

    static void activer(Navigateur chez, String nomUtilisateur) {
        chez.aller(lienRecu(chez, courriel(nomUtilisateur), "activation", 0));
        chez.cliquer("Activer mon compte");
        chez.attendreAdresse("/connexion");
    }

    static void connecter(Navigateur chez, String nomUtilisateur) {
        connecter(chez, nomUtilisateur, MOT_DE_PASSE);
    }

    /** L'adresse e-mail d'un compte, telle que la base la connaît. */
    static String courrielDe(String nomUtilisateur) {
        return courrielDe(LeSite.ouvert(), nomUtilisateur);
    }

    private static String courrielDe(LeSite site, String nomUtilisateur) {
        return site.base().texte("select courriel from compte where nom_utilisateur = ?", nomUtilisateur);
    }

    /** Connexion d'un référent : mot de passe, code reçu, CGU à la première fois. */
    static void connecter(Navigateur chez, String nomUtilisateur, String motDePasse) {
        var avant = chez.site().boite().dernier(courrielDe(chez.site(), nomUtilisateur));
        identifier(chez, nomUtilisateur, motDePasse);
        chez.attendreAdresse("/connexion/code");
        chez.saisir("code", codeRecu(chez, nomUtilisateur, avant));
        chez.cliquer("Valider");
        accepterLesCgu(chez);
    }

    /** Nom d'utilisateur et mot de passe, sur la page de connexion des établissements. */
    static void identifier(Navigateur chez, String identifiant, String motDePasse) {
        chez.aller("/connexion");
        chez.saisir("identifiant", identifiant);
        chez.saisir("motDePasse", motDePasse);
        chez.cliquer("Se connecter");
    }

    /** Le code arrivé après ce courriel. */
    static String codeRecu(Navigateur chez, String nomUtilisateur, long depuis) {
        return chez.site().boite().attendre(courrielDe(chez.site(), nomUtilisateur), "(?m)^\\W*(\\d{6})\\W*$", depuis);
    }

    /** Le chemin du lien de cette sorte arrivé à cette adresse après ce courriel. */
    static String lienRecu(Navigateur chez, String adresse, String sorte, long depuis) {
        return chez.site().boite().attendre(adresse, "https?://[^/\\s]+(/" + sorte + "/[\\w-]+)", depuis);
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
        accepterLesCgu(chez);
    }

    private static void accepterLesCgu(Navigateur chez) {
        chez.page().waitForURL(page -> !page.contains("/connexion"));
        if (chez.page().url().contains("/cgu")) {
            chez.cocher("acceptation", "oui");
            chez.cliquer("Accepter et continuer");
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
