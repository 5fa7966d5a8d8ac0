package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Où en est une convention. Chaque état ne porte que ce qui est à lui ; les documents sont des fichiers rangés. */
sealed interface EtatDeConvention {

    /** Quand elle y est entrée. */
    Instant depuis();

    /** Établie avec l'acceptation ; le document se fait juste après. */
    record AEnvoyer(Instant depuis) implements EtatDeConvention {}

    /** @param expireLe le premier instant où il est trop tard pour signer */
    record Envoyee(Instant depuis, Instant expireLe, UUID document) implements EtatDeConvention {}

    /**
     * @param signe le même document, scellé
     * @param preuve comment il a été signé
     */
    record Signee(Instant depuis, UUID document, UUID signe, UUID preuve) implements EtatDeConvention {}

    record Refusee(Instant depuis, String motif, UUID document) implements EtatDeConvention {}

    record Expiree(Instant depuis, UUID document) implements EtatDeConvention {}

    /** @param document vide quand elle n'avait pas encore été envoyée */
    record Remplacee(Instant depuis, String motif, Optional<UUID> document) implements EtatDeConvention {}

    default CodeDeConvention code() {
        return switch (this) {
            case AEnvoyer _ -> CodeDeConvention.A_ENVOYER;
            case Envoyee _ -> CodeDeConvention.ENVOYEE;
            case Signee _ -> CodeDeConvention.SIGNEE;
            case Refusee _ -> CodeDeConvention.REFUSEE;
            case Expiree _ -> CodeDeConvention.EXPIREE;
            case Remplacee _ -> CodeDeConvention.REMPLACEE;
        };
    }

    /** Le document à lire : signé s'il l'est. */
    default Optional<UUID> aLire() {
        return switch (this) {
            case AEnvoyer _ -> Optional.empty();
            case Envoyee envoyee -> Optional.of(envoyee.document());
            case Signee signee -> Optional.of(signee.signe());
            case Refusee refusee -> Optional.of(refusee.document());
            case Expiree expiree -> Optional.of(expiree.document());
            case Remplacee remplacee -> remplacee.document();
        };
    }
}
