package fr.convergence.socle.fichier;

import java.util.UUID;

/** Un fichier est arrivé en entier et attend d'être analysé. */
public record FichierRecu(UUID fichier) {}
