package fr.convergence.portail.dossier;

import fr.convergence.portail.dossier.EtatEtape.Correction;
import java.time.Instant;
import java.util.List;

/** Une demande de modification, telle qu'elle se relit quand le référent y a répondu. */
public record DemandePassee(Instant le, String motif, List<Correction> corrections) {

    public DemandePassee {
        corrections = List.copyOf(corrections);
    }
}
