package fr.convergence.portail.piece;

import fr.convergence.socle.fichier.EtatFichier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un fichier déposé à une question.
 *
 * @param taille en octets
 * @param sha256 empreinte du contenu, en hexadécimal ; nulle tant qu'il n'est pas entier
 */
public record PieceDeposee(
        UUID fichier,
        String question,
        String nom,
        long taille,
        @Nullable String sha256,
        EtatFichier etat) {

    /** Entier, ni refusé ni supprimé : il compte comme réponse. */
    public boolean recevable() {
        return switch (etat) {
            case EtatFichier.Recu _, EtatFichier.Sain _, EtatFichier.NonAnalyse _ -> true;
            case EtatFichier.EnCours _, EtatFichier.Refuse _, EtatFichier.Supprime _ -> false;
        };
    }

    public boolean enAnalyse() {
        return etat instanceof EtatFichier.Recu;
    }
}
