package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.paiement.Accord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ce qu'un vérificateur décide d'une étape (INSTR-3). */
sealed interface Decision {

    /**
     * Accepte l'étape, ou la passe au niveau suivant de son circuit.
     *
     * @param accord ce qui sera payé, quand l'acceptation ouvre un paiement
     */
    record Validation(Optional<Accord> accord) implements Decision {

        Validation() {
            this(Optional.empty());
        }
    }

    /**
     * Rend l'étape au référent.
     *
     * @param corrections les questions désignées, chacune avec ce qu'il faut y corriger
     * @param limitee ne rouvrir que ces questions
     * @param retourAvant le premier instant où il est trop tard
     */
    record Modification(String message, List<Correction> corrections, boolean limitee, Instant retourAvant)
            implements Decision {

        public Modification {
            corrections = List.copyOf(corrections);
        }
    }

    record Refus(String motif) implements Decision {}

    /** Défait la décision du même niveau. */
    record Reprise(String motif) implements Decision {}
}
