package fr.convergence.portail.administration;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.page.Page;

/** Ce qui s'ensuivra d'un acte sur un compte, avant de le faire. */
public record ConfirmationPage(String cle, String nom, String vers, String retour) implements Page {

    static ConfirmationPage de(Compte compte, ActeSurCompte acte) {
        var retour = ComptesController.CHEMIN + "/" + compte.id();
        return new ConfirmationPage(acte.cle(), compte.nomComplet(), retour + "/" + acte.chemin(), retour);
    }
}
