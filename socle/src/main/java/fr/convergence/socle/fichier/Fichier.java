package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.Format;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'on sait d'un fichier.
 *
 * @param taille en octets, celle annoncée à l'ouverture
 * @param sha256 empreinte du contenu en clair, en hexadécimal ; nulle tant qu'il n'est pas entier
 */
public record Fichier(
        UUID id,
        String nom,
        Format format,
        long taille,
        @Nullable String sha256,
        Instant creeLe,
        EtatFichier etat) {}
