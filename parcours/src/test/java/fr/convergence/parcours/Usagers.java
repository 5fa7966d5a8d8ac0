package fr.convergence.parcours;

import com.microsoft.playwright.Page;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Les gestes que plusieurs parcours partagent : s'inscrire, se connecter. */
final class Usagers {

    /** Secondes pendant lesquelles un code d'application vaut (RFC 6238). */
    private static final long PERIODE = 30;

    private static final Map<String, Long> PAS_EMPLOYES = new ConcurrentHashMap<>();

    static final String MOT_DE_PASSE = "Sept-goelands-gris-41";

    private Usagers() {}

    /** Un nom d'utilisateur que personne n'a, même d'un jeu des parcours à l'autre. */
    static String nouveauNom(String prenom) {
        return prenom + "." + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Inscription complète, jusqu'à l'activation. */
    static void inscrire(Navigateur chez, String nomUtilisateur, String type, String region, String recherche) {
        informations(chez, nomUtilisateur);
        choisirEtablissement(chez, type, region, recherche);
        chez.suivreLien("Suivant");
        chez.cliquer("Créer le compte");
        chez.attendreAdresse("/inscription/fin");
        activer(chez, nomUtilisateur);
    }

    /** De la seconde étape aux entités de l'établissement choisi. */
    static void choisirEtablissement(Navigateur chez, String type, String region, String recherche) {
        chez.choisir("type", type);
        chez.choisir("region", region);
        chez.cliquer("Suivant");
        chez.attendreAdresse("/inscription/etablissement/choix");
        chez.saisir("q", recherche);
        chez.page().keyboard().press("Enter");
        selectionner(chez, recherche);
        chez.attendreAdresse("/inscription/etablissement/entites");
    }

    static void selectionner(Navigateur chez, String etablissement) {
        chez.page()
                .locator("tr:has-text(\"" + etablissement + "\")")
                .first()
                .getByText("Sélectionner")
                .click();
    }

    /** La première étape, remplie et envoyée. */
    static void informations(Navigateur chez, String nomUtilisateur) {
        informations(chez, nomUtilisateur, courriel(nomUtilisateur));
    }

    static void informations(Navigateur chez, String nomUtilisateur, String courriel) {
        chez.aller("/inscription/informations");
        remplirInformations(chez, nomUtilisateur, courriel);
        recopierLeControle(chez);
        chez.cliquer("Suivant");
        chez.attendreAdresse("/inscription/etablissement");
    }

    static void remplirInformations(Navigateur chez, String nomUtilisateur, String courriel) {
        chez.saisir("nomUtilisateur", nomUtilisateur);
        chez.cocher("civilite", "MADAME");
        chez.saisir("nom", "Essai");
        chez.saisir("prenom", "Jeanne");
        chez.saisir("courriel", courriel);
        chez.saisir("motDePasse", MOT_DE_PASSE);
        chez.saisir("confirmation", MOT_DE_PASSE);
        chez.saisir("telephone", "06 12 34 56 78");
    }

    static void recopierLeControle(Navigateur chez) {
        var defi = chez.page().locator("input[name=captcha]").inputValue();
        chez.saisir("controle", chez.site().base().captcha(defi));
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
        connecterEquipe(chez, "/connexion/equipe", nomUtilisateur, motDePasse, secret);
    }

    /** @param porte l'adresse où l'équipe se connecte : chaque site a la sienne */
    static void connecterEquipe(
            Navigateur chez, String porte, String nomUtilisateur, String motDePasse, String secret) {
        chez.aller(porte);
        chez.saisir("identifiant", nomUtilisateur);
        chez.saisir("motDePasse", motDePasse);
        chez.cliquer("Se connecter");
        chez.page().waitForURL("**/connexion/equipe/code");
        chez.saisir("code", codeDApplication(chez, secret));
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

    /** Un référent de plus, dont le compte est actif. */
    static String inscrit(String prenom) {
        var nom = nouveauNom(prenom);
        try (var chez = Navigateur.ouvrir()) {
            inscrire(chez, nom, "Entité Juridique Privée", "Grand Est", "CLINIQUE DE L'ORANGERIE-NEUVE");
        }
        return nom;
    }

    /** Mène jusqu'à la page du code, et rend celui qui est arrivé. */
    static String codeDemande(Navigateur chez, String nomUtilisateur) {
        var avant = chez.site().boite().dernier(courriel(nomUtilisateur));
        identifier(chez, nomUtilisateur, MOT_DE_PASSE);
        chez.attendreAdresse("/connexion/code");
        return codeRecu(chez, nomUtilisateur, avant);
    }

    static void essayerLeCode(Navigateur chez, String code) {
        chez.saisir("code", code);
        chez.page()
                .waitForResponse(reponse -> reponse.request().method().equals("POST"), () -> chez.cliquer("Valider"));
        chez.page().waitForLoadState();
    }

    /** Un code ne sert qu'une fois ; le site admet celui d'après, et au-delà il faut attendre que son heure vienne. */
    static String codeDApplication(Navigateur chez, String secret) {
        var pas = PAS_EMPLOYES.merge(secret, pas(), (dernier, courant) -> Math.max(dernier + 1, courant));
        chez.page()
                .waitForCondition(
                        () -> pas <= pas() + 1, new Page.WaitForConditionOptions().setTimeout(2 * PERIODE * 1000));
        try {
            return new DefaultCodeGenerator(HashingAlgorithm.SHA1).generate(secret, pas);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long pas() {
        return Instant.now().getEpochSecond() / PERIODE;
    }
}
