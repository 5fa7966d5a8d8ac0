package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.ContenuActif;
import fr.convergence.socle.contenu.Refus;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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

    /** Ce qu'il contient d'actif et que verra qui l'ouvre, toujours dans le même ordre. */
    default List<ContenuActif> marquesVues() {
        return switch (this) {
            case Sain sain -> sain.marques().stream().sorted().toList();
            case NonAnalyse non -> non.marques().stream().sorted().toList();
            case EnCours _, Recu _, Refuse _, Supprime _ -> List.of();
        };
    }

    /** @param recus octets déjà à l'abri */
    record EnCours(Instant depuis, long recus) implements EtatFichier {}

    /** Reçu en entier, en quarantaine jusqu'au verdict. */
    record Recu(Instant depuis) implements EtatFichier {}

    /** @param marques ce qu'il contient d'actif, que le guichet n'a pas refusé */
    record Sain(Instant depuis, Set<ContenuActif> marques) implements EtatFichier {
        public Sain {
            marques = Set.copyOf(marques);
        }
    }

    /** Bien formé, mais aucun antivirus n'est configuré. */
    record NonAnalyse(Instant depuis, Set<ContenuActif> marques) implements EtatFichier {
        public NonAnalyse {
            marques = Set.copyOf(marques);
        }
    }

    /** Ses octets sont déjà effacés. */
    record Refuse(Instant depuis, Refus refus) implements EtatFichier {}

    /** Ses octets et sa clé sont effacés ; son nom et son empreinte restent à l'historique. */
    record Supprime(Instant depuis) implements EtatFichier {}
}
