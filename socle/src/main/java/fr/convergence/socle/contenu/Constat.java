package fr.convergence.socle.contenu;

import java.util.Optional;
import java.util.Set;

/** Ce que les contrôles disent d'un contenu. */
public sealed interface Constat {

    /** @param marques ce qu'il contient d'actif, à dire à qui l'ouvrira */
    record Admis(Set<ContenuActif> marques) implements Constat {
        public Admis {
            marques = Set.copyOf(marques);
        }
    }

    record Refuse(Refus refus) implements Constat {}

    default Optional<Refus> siRefuse() {
        return this instanceof Refuse(var refus) ? Optional.of(refus) : Optional.empty();
    }
}
