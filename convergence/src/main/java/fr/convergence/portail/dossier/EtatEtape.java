package fr.convergence.portail.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.lieu.Emplacement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

        /**
         * Le vérificateur peut ne rouvrir que ce qu'il désigne (INSTR-3).
         *
         * @param designations chaque façon de désigner la place où l'on répond
         */
        public boolean rouvre(Collection<String> designations) {
            return !limitee
                    || corrections.stream().anyMatch(correction -> designations.contains(correction.question()));
        }

        /** Vrai si cette question se rouvre, fût-ce pour une ligne seulement. */
        public boolean touche(String question) {
            return !limitee || corrections.stream().anyMatch(correction -> correction.vise(question));
        }
    }

    record Acceptee(Instant le) implements EtatEtape {}

    record Refusee(Niveau niveau, Instant le, String motif) implements EtatEtape {}

    /** Sa fenêtre est passée sans qu'elle soit jamais transmise, et un autre dossier a pris la place du sien. */
    record Close(Instant le) implements EtatEtape {}

    /**
     * Ce que le vérificateur demande de reprendre, et pourquoi.
     *
     * @param question son identifiant ; pour la ligne d'un tableau, précédé de l'entité : « 750712184/entites »
     * @param ligne comment se nomme cette ligne, que la définition ne dit pas ; nul pour une question
     */
    record Correction(
            String question,
            String motif,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ligne) {

        public Correction(String question, String motif) {
            this(question, motif, null);
        }

        public Emplacement place() {
            return Emplacement.lire(question);
        }

        /** Vrai si c'est cette question, ou une de ses lignes. */
        public boolean vise(String question) {
            // Demandé de chaque question pour chaque ligne désignée : on ne lit une place que si elle peut en être.
            return this.question.endsWith(question) && place().question().equals(question);
        }

        /** @param libelle celui de la question */
        public String libelle(String libelle) {
            return ligne == null ? libelle : ligne + " – " + libelle;
        }
    }

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
        return code().transmise();
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
