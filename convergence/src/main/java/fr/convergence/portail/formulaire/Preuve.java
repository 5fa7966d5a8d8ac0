package fr.convergence.portail.formulaire;

/** Un fichier tel qu'il est scellé : son nom, sa taille en octets, et l'empreinte qui permettra de le reconnaître. */
public record Preuve(String fichier, String nom, long taille, String sha256) {}
