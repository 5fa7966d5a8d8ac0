package fr.convergence.socle.contenu;

import java.util.Set;

/**
 * Ce que la question et le guichet veulent du contenu d'un fichier.
 *
 * @param refuses les contenus actifs refusés ; les autres se signalent
 */
public record Regle(ArchiveChiffree archives, Set<ContenuActif> refuses) {

    public Regle {
        refuses = Set.copyOf(refuses);
    }

    public static Regle sansMention() {
        return new Regle(ArchiveChiffree.REFUSEE, ContenuActif.REFUSES_SANS_MENTION);
    }
}
