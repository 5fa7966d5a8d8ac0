package fr.convergence.isc.identite;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Où en est une vérification d'identité. */
public sealed interface EtatDeVerification {

    Instant depuis();

    /** Le code que la base garde. */
    Code code();

    /** Ce que chaque état s'appelle dans la base et dans les textes. */
    enum Code {
        CREEE,
        OUVERTE,
        FILMEE,
        SOUMISE,
        EN_EXAMEN,
        ACCEPTEE,
        REFUSEE,
        A_REFAIRE,
        EXPIREE
    }

    /** Personne ne l'a encore ouverte sur un téléphone. */
    record Creee(Instant depuis) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.CREEE;
        }
    }

    /**
     * Ouverte sur un téléphone, qui n'a pas encore commencé à filmer.
     *
     * @param telephone le seul qui puisse continuer
     * @param consentement quand elle a accepté d'être filmée
     */
    record Ouverte(Instant depuis, UUID telephone, Optional<Instant> consentement) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.OUVERTE;
        }
    }

    /** @param recus les séquences arrivées */
    record Filmee(Instant depuis, UUID telephone, Prise prise, Set<Sequence> recus) implements EtatDeVerification {
        public Filmee {
            recus = Set.copyOf(recus);
        }

        /** La première qui manque ; vide quand tout est filmé. */
        public Optional<Sequence> prochain() {
            return prise.sequences().stream()
                    .filter(sequence -> !recus.contains(sequence))
                    .findFirst();
        }

        @Override
        public Code code() {
            return Code.FILMEE;
        }
    }

    /** Tout est filmé ; les contrôles des fichiers ne sont pas finis. */
    record Soumise(Instant depuis, UUID telephone, Prise prise) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.SOUMISE;
        }
    }

    /** Un opérateur doit décider. */
    record EnExamen(Instant depuis) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.EN_EXAMEN;
        }
    }

    record Acceptee(Instant depuis) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.ACCEPTEE;
        }
    }

    record Refusee(Instant depuis, String motif) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.REFUSEE;
        }
    }

    /** @param motif ce que lit la personne */
    record ARefaire(Instant depuis, String motif) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.A_REFAIRE;
        }
    }

    record Expiree(Instant depuis) implements EtatDeVerification {
        @Override
        public Code code() {
            return Code.EXPIREE;
        }
    }

    /** Vrai quand plus rien ne peut arriver. */
    default boolean finie() {
        return switch (this) {
            case Acceptee _, Refusee _, Expiree _ -> true;
            case Creee _, Ouverte _, Filmee _, Soumise _, EnExamen _, ARefaire _ -> false;
        };
    }

    /** Vrai tant que la personne a quelque chose à faire : c'est alors que le temps lui est compté. */
    default boolean attendLaPersonne() {
        return switch (this) {
            case Creee _, Ouverte _, Filmee _, ARefaire _ -> true;
            case Soumise _, EnExamen _, Acceptee _, Refusee _, Expiree _ -> false;
        };
    }

    /** Le téléphone qui peut continuer, s'il y en a un. */
    default Optional<UUID> siege() {
        return switch (this) {
            case Ouverte ouverte -> Optional.of(ouverte.telephone());
            case Filmee filmee -> Optional.of(filmee.telephone());
            case Soumise soumise -> Optional.of(soumise.telephone());
            case Creee _, EnExamen _, Acceptee _, Refusee _, ARefaire _, Expiree _ -> Optional.empty();
        };
    }
}
