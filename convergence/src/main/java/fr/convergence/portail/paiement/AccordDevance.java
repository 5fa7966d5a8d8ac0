package fr.convergence.portail.paiement;

import fr.convergence.portail.dossier.Dossier;

/** Un plafond importé à l'instant ne laisse plus retenir ce montant (INSTR-6). L'acte entier se défait. */
public final class AccordDevance extends RuntimeException {

    AccordDevance(Dossier dossier) {
        super("le plafond du dossier " + dossier.reference() + " vient d’être importé");
    }
}
