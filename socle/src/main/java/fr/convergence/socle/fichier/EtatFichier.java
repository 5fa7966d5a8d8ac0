package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.Refus;
import java.time.Instant;

/** Où en est un fichier. */
public sealed interface EtatFichier {

    /** Depuis quand. */
    Instant depuis();

    /** Vrai si d'autres que celui qui l'a déposé peuvent le lire. */
    default boolean lisible() {
        return switch (this) {
            case Sain _, NonAnalyse _ -> true;
            case EnCours _, Recu _, Refuse _, Supprime _ -> false;
        };
    }

    /** @param recus octets déjà à l'abri */
    record EnCours(Instant depuis, long recus) implements EtatFichier {}

    /** Reçu en entier, en quarantaine jusqu'au verdict. */
    record Recu(Instant depuis) implements EtatFichier {}

    record Sain(Instant depuis) implements EtatFichier {}

    /** Bien formé, mais aucun antivirus n'est configuré. */
    record NonAnalyse(Instant depuis) implements EtatFichier {}

    /** Ses octets sont déjà effacés. */
    record Refuse(Instant depuis, Refus refus) implements EtatFichier {}

    /** Ses octets et sa clé sont effacés ; son nom et son empreinte restent à l'historique. */
    record Supprime(Instant depuis) implements EtatFichier {}
}
