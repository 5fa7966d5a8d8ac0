package fr.convergence.portail.transfert;

import fr.convergence.portail.question.Ligne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Un contact tel qu'un vérificateur le joint.
 *
 * @param corrigeLe quand le référent l'a corrigé après l'avoir transmis
 */
public record ContactTransmis(String fonction, List<Ligne> lignes, Optional<Instant> corrigeLe) {

    public ContactTransmis {
        lignes = List.copyOf(lignes);
    }
}
