package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.CodeDePaiement;
import java.time.LocalDate;
import java.util.Optional;

/** Où en est un paiement. */
sealed interface EtatDePaiement {

    record AVerser() implements EtatDePaiement {}

    record AvanceVersee(LocalDate avance) implements EtatDePaiement {}

    /** @param avance le jour de l'avance, s'il y en avait une */
    record Paye(Optional<LocalDate> avance, LocalDate solde) implements EtatDePaiement {}

    /** L'acceptation qui l'avait ouvert est reprise. */
    record Annule() implements EtatDePaiement {}

    default CodeDePaiement code() {
        return switch (this) {
            case AVerser _ -> CodeDePaiement.A_VERSER;
            case AvanceVersee _ -> CodeDePaiement.AVANCE_VERSEE;
            case Paye _ -> CodeDePaiement.PAYE;
            case Annule _ -> CodeDePaiement.ANNULE;
        };
    }

    default Optional<LocalDate> avanceLe() {
        return switch (this) {
            case AvanceVersee(var avance) -> Optional.of(avance);
            case Paye(var avance, var _) -> avance;
            case AVerser _, Annule _ -> Optional.empty();
        };
    }

    default Optional<LocalDate> soldeLe() {
        return this instanceof Paye paye ? Optional.of(paye.solde()) : Optional.empty();
    }
}
