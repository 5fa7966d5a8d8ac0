package fr.convergence.socle.lienrecu;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.personne.Personne;
import org.springframework.http.HttpStatus;

/**
 * Choisir un mot de passe.
 *
 * @param action adresse du lien reçu
 * @param premier vrai pour un membre invité, qui n'en a pas encore
 */
public record NouveauMotDePassePage(
        String action, String nomUtilisateur, boolean premier, Erreurs erreurs, HttpStatus statut) implements Page {

    static NouveauMotDePassePage vierge(String action, Personne compte, boolean premier) {
        return new NouveauMotDePassePage(
                action, compte.nomUtilisateur().valeur(), premier, Erreurs.aucune(), HttpStatus.OK);
    }

    static NouveauMotDePassePage refusee(String action, Personne compte, boolean premier, Erreurs erreurs) {
        return new NouveauMotDePassePage(
                action, compte.nomUtilisateur().valeur(), premier, erreurs, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
