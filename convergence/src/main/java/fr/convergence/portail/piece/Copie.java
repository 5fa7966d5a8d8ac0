package fr.convergence.portail.piece;

import fr.convergence.socle.page.Message;
import java.util.Locale;

/** Une pièce reprise d'un ancien dossier, tant que son contenu n'est pas arrivé (DOS-12). */
public sealed interface Copie {

    /** @param sha256 empreinte du contenu attendu, en hexadécimal */
    record Attendue(String sha256) implements Copie {}

    /** Il n'arrivera pas. */
    record Manquee(Cause cause) implements Copie {}

    /** Pourquoi un contenu n'arrivera pas. */
    enum Cause {
        /** L'ancien dossier ne l'a plus. */
        ABSENTE,
        /** Ses octets ne se lisent pas, essai après essai. */
        ILLISIBLE,
        /** Sa place ne l'a pas attendu. */
        EXPIREE;

        Message message() {
            return new Message("piece.copie." + name().toLowerCase(Locale.ROOT));
        }
    }
}
