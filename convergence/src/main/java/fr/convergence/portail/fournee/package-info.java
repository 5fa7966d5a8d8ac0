/** Accepter plusieurs étapes à la suite (INSTR-4) : chacune comme si elle était seule, et le compte rendu de ce qu'il en est. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "avis",
            "compte",
            "concertation",
            "dossier",
            "guichet",
            "instruction",
            "paiement"
        })
package fr.convergence.portail.fournee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
