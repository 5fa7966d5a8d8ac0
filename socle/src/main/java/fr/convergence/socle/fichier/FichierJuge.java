package fr.convergence.socle.fichier;

import java.util.UUID;

/** L'analyse d'un fichier a rendu son verdict. */
public record FichierJuge(UUID fichier, EtatFichier etat) {}
