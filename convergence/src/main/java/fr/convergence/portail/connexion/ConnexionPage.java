package fr.convergence.portail.connexion;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Une page de connexion.
 *
 * @param equipe vrai pour celle de l'équipe
 * @param identifiant ce qui était saisi ; le mot de passe, lui, se ressaisit
 * @param finie vrai quand une session vient de finir
 * @param activable vrai quand le compte attend son activation : la page propose un nouveau lien
 */
public record ConnexionPage(
        boolean equipe, String identifiant, boolean finie, boolean activable, Erreurs erreurs, HttpStatus statut)
        implements Page {

    static final String IDENTIFIANT = "identifiant";
    static final String MOT_DE_PASSE = "motDePasse";

    static ConnexionPage vierge(boolean equipe, boolean finie) {
        return new ConnexionPage(equipe, "", finie, false, Erreurs.aucune(), HttpStatus.OK);
    }

    static ConnexionPage incomplete(boolean equipe, String identifiant, boolean sansMotDePasse) {
        var erreurs = Erreurs.aucune();
        if (FormeNormale.vide(identifiant)) {
            erreurs.ajouter(IDENTIFIANT, "connexion.identifiant.vide");
        }
        if (sansMotDePasse) {
            erreurs.ajouter(MOT_DE_PASSE, "connexion.mot-de-passe.vide");
        }
        return avec(equipe, identifiant, false, erreurs);
    }

    static ConnexionPage refusee(boolean equipe, String identifiant) {
        return avec(equipe, identifiant, false, Erreurs.aucune().ajouter(IDENTIFIANT, "connexion.refusee"));
    }

    static ConnexionPage nonActive(boolean equipe, String identifiant) {
        return avec(equipe, identifiant, true, Erreurs.aucune().ajouter(IDENTIFIANT, "connexion.non-active"));
    }

    static ConnexionPage desactive(boolean equipe, String identifiant) {
        return avec(equipe, identifiant, false, Erreurs.aucune().ajouter(IDENTIFIANT, "connexion.desactive"));
    }

    private static ConnexionPage avec(boolean equipe, String identifiant, boolean activable, Erreurs erreurs) {
        return new ConnexionPage(equipe, identifiant, false, activable, erreurs, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public String action() {
        return equipe ? ConnexionController.EQUIPE : ConnexionController.CONNEXION;
    }
}
