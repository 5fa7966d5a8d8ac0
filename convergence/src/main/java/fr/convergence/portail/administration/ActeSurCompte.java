package fr.convergence.portail.administration;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.personne.EtatDePersonne;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Ce que l'opérateur peut faire d'un compte de l'équipe, après confirmation. */
enum ActeSurCompte {
    INVITATION("invitation"),
    DESACTIVATION("desactivation"),
    REACTIVATION("reactivation"),
    SECOND_FACTEUR("second-facteur");

    private final String chemin;

    ActeSurCompte(String chemin) {
        this.chemin = chemin;
    }

    String chemin() {
        return chemin;
    }

    /** Texte du bouton ; suivi de « .quoi », ce qui s'ensuit ; de « .fait », ce qui est dit après. */
    String cle() {
        return "administration.comptes." + chemin;
    }

    static Optional<ActeSurCompte> lire(String chemin) {
        return Arrays.stream(values())
                .filter(acte -> acte.chemin.equals(chemin))
                .findFirst();
    }

    static List<ActeSurCompte> possibles(Compte compte) {
        return switch (compte.etat()) {
            case EtatDePersonne.Actif _ -> List.of(DESACTIVATION, SECOND_FACTEUR);
            case EtatDePersonne.Desactive _ -> List.of(REACTIVATION);
            case EtatDePersonne.EnAttente _ -> List.of(INVITATION);
            case EtatDePersonne.Supprime _ -> List.of();
        };
    }
}
