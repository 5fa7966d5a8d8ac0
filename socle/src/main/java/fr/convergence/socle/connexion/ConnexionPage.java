package fr.convergence.socle.connexion;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Une page de connexion.
 *
 * @param equipe vrai pour celle de l'équipe
 * @param identifiant ce qui était saisi ; le mot de passe, lui, se ressaisit
 * @param finie vrai quand une session vient de finir
 * @param activable vrai quand le compte attend son activation : la page propose un nouveau lien
 * @param captcha le contrôle de sécurité à montrer, s'il en faut un
 */
public record ConnexionPage(
        boolean equipe,
        String identifiant,
        boolean finie,
        boolean activable,
        Optional<UUID> captcha,
        Erreurs erreurs,
        HttpStatus statut)
        implements Page {

    static final String IDENTIFIANT = "identifiant";
    static final String MOT_DE_PASSE = "motDePasse";
    static final String CONTROLE = "controle";

    static ConnexionPage vierge(boolean equipe, boolean finie) {
        return new ConnexionPage(equipe, "", finie, false, Optional.empty(), Erreurs.aucune(), HttpStatus.OK);
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

    /** @param saisie ce qui répondait au contrôle, si la page en montrait déjà un, et n'était pas la bonne réponse */
    static ConnexionPage aControler(boolean equipe, String identifiant, SaisieDeConnexion saisie) {
        var erreurs = Erreurs.aucune();
        if (saisie.captcha() == null) {
            erreurs.ajouter(CONTROLE, "connexion.controle.demande");
        } else if (saisie.controle() == null || FormeNormale.vide(saisie.controle())) {
            erreurs.ajouter(CONTROLE, "connexion.controle.vide");
        } else {
            erreurs.ajouter(CONTROLE, "connexion.controle.faux");
        }
        return avec(equipe, identifiant, false, erreurs);
    }

    ConnexionPage pour(String autreIdentifiant) {
        return new ConnexionPage(equipe, autreIdentifiant, finie, activable, captcha, erreurs, statut);
    }

    ConnexionPage avec(UUID defi) {
        return new ConnexionPage(equipe, identifiant, finie, activable, Optional.of(defi), erreurs, statut);
    }

    static ConnexionPage nonActive(boolean equipe, String identifiant) {
        return avec(equipe, identifiant, true, Erreurs.aucune().ajouter(IDENTIFIANT, "connexion.non-active"));
    }

    static ConnexionPage desactive(boolean equipe, String identifiant) {
        return avec(equipe, identifiant, false, Erreurs.aucune().ajouter(IDENTIFIANT, "connexion.desactive"));
    }

    private static ConnexionPage avec(boolean equipe, String identifiant, boolean activable, Erreurs erreurs) {
        return new ConnexionPage(
                equipe, identifiant, false, activable, Optional.empty(), erreurs, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public String action() {
        return equipe ? ConnexionController.EQUIPE : ConnexionController.CONNEXION;
    }
}
