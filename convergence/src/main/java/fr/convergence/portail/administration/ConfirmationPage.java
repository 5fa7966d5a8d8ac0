package fr.convergence.portail.administration;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.page.Page;

/**
 * Ce qui s'ensuivra d'un acte sur un compte, avant de le faire.
 *
 * @param liste « comptes » ou « referents », d'où l'on vient
 */
public record ConfirmationPage(String cle, String nom, String vers, String retour, String liste) implements Page {

    static ConfirmationPage de(Compte compte, ActeSurCompte acte) {
        var retour = ComptesController.CHEMIN + "/" + compte.id();
        return new ConfirmationPage(acte.cle(), compte.nomComplet(), retour + "/" + acte.chemin(), retour, "comptes");
    }

    /** Délier l'application qu'un référent a choisi de relier. */
    static ConfirmationPage duReferent(Compte compte) {
        var retour = ReferentsController.CHEMIN + "/" + compte.id();
        return new ConfirmationPage(
                "administration.referents.second-facteur",
                compte.nomComplet(),
                retour + "/second-facteur",
                retour,
                "referents");
    }
}
