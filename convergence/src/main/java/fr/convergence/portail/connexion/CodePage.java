package fr.convergence.portail.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * « Code transmis ».
 *
 * @param identifiant ce que la personne a saisi pour se désigner
 */
public record CodePage(String identifiant, Erreurs erreurs, HttpStatus statut) implements Page {

    static CodePage vierge(Tentative tentative) {
        return new CodePage(tentative.saisi(), Erreurs.aucune(), HttpStatus.OK);
    }

    static CodePage refuse(Tentative tentative, String raison) {
        return new CodePage(
                tentative.saisi(), Erreurs.aucune().ajouter("code", raison), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
