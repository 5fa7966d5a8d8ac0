package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * « Code transmis ».
 *
 * @param identifiant ce que la personne a saisi pour se désigner
 * @param dispensable vrai si le code peut ne plus être demandé sur ce navigateur
 * @param dispenser vrai si la personne vient de le demander
 */
public record CodePage(String identifiant, boolean dispensable, boolean dispenser, Erreurs erreurs, HttpStatus statut)
        implements Page {

    static CodePage vierge(Tentative tentative, boolean dispensable) {
        return new CodePage(tentative.saisi(), dispensable, false, Erreurs.aucune(), HttpStatus.OK);
    }

    CodePage refuse(boolean demande, String raison) {
        return new CodePage(
                identifiant,
                dispensable,
                demande,
                Erreurs.aucune().ajouter("code", raison),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
