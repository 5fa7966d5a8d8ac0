package fr.convergence.portail.lieu;

import fr.convergence.socle.identifiant.Finess;

/** Une entité du candidat, pour laquelle une part du formulaire se répète : une ligne d'un tableau. */
public record Lot(Finess finess, String nom) {}
