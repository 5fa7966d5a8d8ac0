package fr.convergence.socle.fichier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ce qu'a donné l'envoi d'un morceau de fichier. */
public sealed interface Reception {

    /**
     * Ce qui est arrivé est à l'abri.
     *
     * @param position octets reçus depuis le début du fichier
     * @param entier vrai si le fichier est complet, donc en attente d'analyse
     * @param expireLe nul si l'envoi est fini
     */
    record Avance(long position, boolean entier, @Nullable Instant expireLe) implements Reception {}

    /** L'expéditeur s'est tu avant la fin ; ce qui est arrivé est à l'abri. */
    record Coupe(long position) implements Reception {}

    /** Cet envoi n'existe pas, ou pas pour cette personne. */
    record Inconnu() implements Reception {}

    record Expire() implements Reception {}

    /** Un autre morceau est en train d'arriver. */
    record Occupe() implements Reception {}

    /** Le morceau ne commence pas où le précédent s'est arrêté. */
    record Decale(long position) implements Reception {}

    /** Le morceau dépasse la taille annoncée. */
    record Trop() implements Reception {}
}
