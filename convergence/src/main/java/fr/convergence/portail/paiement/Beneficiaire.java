package fr.convergence.portail.paiement;

import fr.convergence.portail.definition.Reference;
import java.util.Optional;

/**
 * Qui l'on paie, et sur quel compte, tels que transmis quand le montant a été retenu.
 *
 * @param candidat son nom
 */
record Beneficiaire(Reference guichet, String candidat, String finess, Optional<String> iban, Optional<String> bic) {

    @Override
    public String toString() {
        return "Beneficiaire[" + finess + "]";
    }
}
