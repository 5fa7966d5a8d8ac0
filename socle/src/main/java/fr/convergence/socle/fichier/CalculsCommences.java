package fr.convergence.socle.fichier;

import fr.convergence.socle.base.Sha256;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Les calculs d'empreinte commencés sur ce nœud, d'un morceau de fichier à l'autre.
 *
 * <p>Un oubli (autre nœud, redémarrage, trop d'envois) coûte une relecture à la fin de l'envoi, rien d'autre.
 */
final class CalculsCommences {

    private static final int GARDEES = 2000;

    private final Map<UUID, Commencee> commencees = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Commencee> plusAncienne) {
            return size() > GARDEES;
        }
    };

    private record Commencee(long position, MessageDigest calcul) {}

    /** Le calcul de tout ce qui précède {@code position}, s'il est connu. */
    synchronized Optional<MessageDigest> reprendre(UUID fichier, long position) {
        if (position == 0) {
            return Optional.of(Sha256.calcul());
        }
        var commencee = commencees.get(fichier);
        return commencee != null && commencee.position == position
                ? Optional.of(copie(commencee.calcul))
                : Optional.empty();
    }

    synchronized void garder(UUID fichier, long position, MessageDigest calcul) {
        commencees.put(fichier, new Commencee(position, copie(calcul)));
    }

    synchronized void oublier(UUID fichier) {
        commencees.remove(fichier);
    }

    private static MessageDigest copie(MessageDigest calcul) {
        try {
            return (MessageDigest) calcul.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
