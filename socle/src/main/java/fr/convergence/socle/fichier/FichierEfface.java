package fr.convergence.socle.fichier;

import java.util.UUID;

/** Un fichier a été effacé, et sa clé avec lui ; dans la même transaction, ce qu'on en tirait peut l'être aussi. */
public record FichierEfface(UUID fichier) {}
