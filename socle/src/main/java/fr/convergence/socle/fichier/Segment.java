package fr.convergence.socle.fichier;

/** Un morceau de fichier à l'abri : un objet chiffré du dépôt, et sa taille en clair. */
record Segment(int numero, String objet, long taille) {}
