package fr.convergence.portail.dossier;

import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.guichet.Niveau;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Une demande de modification, telle qu'elle se relit quand le référent y a répondu.
 *
 * @param niveau celui qui l'a faite ; nul d'une demande gardée avant qu'on ne le retienne
 */
public record DemandePassee(Instant le, @Nullable Niveau niveau, String motif, List<Correction> corrections) {

    public DemandePassee {
        corrections = List.copyOf(corrections);
    }
}
