package fr.convergence.portail.guichet;

import java.time.Instant;
import java.util.Optional;

/** Quand une étape s'ouvre et se ferme. */
public sealed interface Fenetre {

    enum Etat {
        A_VENIR,
        OUVERTE,
        CLOSE
    }

    Moment du();

    /** Après quoi une étape jamais transmise ne peut plus l'être ; rien tant qu'aucune date n'est annoncée. */
    Optional<Moment> limite();

    /** Le moment de répondre et de transmettre. */
    default Etat etat(Instant instant) {
        return etat(instant, du(), limite());
    }

    /** Jusqu'à quand un dossier se crée ici. */
    default Optional<Moment> finDesCreations() {
        return limite();
    }

    /** Le moment de créer un dossier. */
    default Etat etatDesCreations(Instant instant) {
        return etat(instant, du(), finDesCreations());
    }

    /** La première étape : on y crée son dossier jusqu'à une date, on le dépose jusqu'à une autre, plus tardive. */
    record Candidature(Moment du, Moment au, Moment premierDepotAvant) implements Fenetre {

        @Override
        public Optional<Moment> limite() {
            return Optional.of(premierDepotAvant);
        }

        @Override
        public Optional<Moment> finDesCreations() {
            return Optional.of(au);
        }
    }

    record Plage(Moment du, Optional<Moment> limite) implements Fenetre {}

    static Etat etat(Instant instant, Moment du, Optional<Moment> limite) {
        if (instant.isBefore(du.ouverture())) {
            return Etat.A_VENIR;
        }
        return limite.isEmpty() || instant.isBefore(limite.get().echeance()) ? Etat.OUVERTE : Etat.CLOSE;
    }
}
