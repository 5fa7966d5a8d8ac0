package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.guichet.Niveau;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * L'état d'une étape (DOS-11). Chaque état ne porte que ce qui est à lui ; retard, discussion, signature et paiement
 * vivent à côté.
 */
public sealed interface EtatEtape {

    /** Pas encore ouverte : sa fenêtre ou sa condition l'attend. */
    record Fermee() implements EtatEtape {}

    /** Le référent la remplit, elle n'a jamais été transmise. */
    record Brouillon() implements EtatEtape {}

    /** Transmise, un niveau du circuit la vérifie. */
    record EnVerification(Niveau niveau, Instant le) implements EtatEtape {}

    /**
     * Rendue au référent.
     *
     * @param corrections questions à corriger ; vide quand la demande porte sur tout le formulaire
     * @param retourAvant échéance propre à ce retour, qui l'emporte sur celle du guichet (DOS-7)
     */
    record AModifier(
            Niveau niveau, Instant le, String motif, List<Correction> corrections, boolean limitee, Instant retourAvant)
            implements EtatEtape {
        public AModifier {
            corrections = List.copyOf(corrections);
        }

        /** Le vérificateur peut ne rouvrir que les questions qu'il nomme (INSTR-3). */
        public boolean rouvre(String question) {
            return !limitee
                    || corrections.stream()
                            .anyMatch(correction -> correction.question().equals(question));
        }
    }

    record Acceptee(Instant le) implements EtatEtape {}

    record Refusee(Niveau niveau, Instant le, String motif) implements EtatEtape {}

    /** Sa fenêtre est passée sans qu'elle soit jamais transmise, et un autre dossier a pris la place du sien. */
    record Close(Instant le) implements EtatEtape {}

    /** Une question que le vérificateur demande de reprendre, et pourquoi. */
    record Correction(String question, String motif) {}

    /** Nom stable de l'état. */
    default CodeDEtat code() {
        return switch (this) {
            case Fermee _ -> CodeDEtat.FERMEE;
            case Brouillon _ -> CodeDEtat.BROUILLON;
            case EnVerification _ -> CodeDEtat.EN_VERIFICATION;
            case AModifier _ -> CodeDEtat.A_MODIFIER;
            case Acceptee _ -> CodeDEtat.ACCEPTEE;
            case Refusee _ -> CodeDEtat.REFUSEE;
            case Close _ -> CodeDEtat.CLOSE;
        };
    }

    /** Le référent peut-il écrire ? Le délai se juge à part, il dépend de l'heure. */
    default boolean modifiable() {
        return this instanceof Brouillon || this instanceof AModifier;
    }

    /** Le dossier s'arrête là : le candidat peut en déposer un autre (TDB-2). */
    default boolean finit() {
        return this instanceof Refusee || this instanceof Close;
    }

    /** Un vérificateur l'a-t-il déjà eue entre les mains ? */
    default boolean transmise() {
        return switch (this) {
            case Fermee _, Brouillon _, Close _ -> false;
            case EnVerification _, AModifier _, Acceptee _, Refusee _ -> true;
        };
    }

    /** Pourquoi un vérificateur l'a rendue ou refusée. */
    default Optional<String> raison() {
        return switch (this) {
            case AModifier retour -> Optional.of(retour.motif());
            case Refusee refus -> Optional.of(refus.motif());
            case Fermee _, Brouillon _, EnVerification _, Acceptee _, Close _ -> Optional.empty();
        };
    }

    /** L'instant de l'acte qui l'y a mise, quand l'état le garde. */
    default Optional<Instant> depuis() {
        return switch (this) {
            case EnVerification verification -> Optional.of(verification.le());
            case AModifier retour -> Optional.of(retour.le());
            case Acceptee acceptation -> Optional.of(acceptation.le());
            case Refusee refus -> Optional.of(refus.le());
            case Close cloture -> Optional.of(cloture.le());
            case Fermee _, Brouillon _ -> Optional.empty();
        };
    }
}
