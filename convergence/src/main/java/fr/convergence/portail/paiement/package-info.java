/** Ce qui est payé d'une étape acceptée : le montant retenu, l'avance et le solde, leurs dates. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "compte",
            "definition",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "plafond",
            "question",
            "saisie",
            "tableur"
        })
package fr.convergence.portail.paiement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
