package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** Un candidat a un dossier de plus : le fait, publié dans la transaction qui le crée. */
public record DossierCommence(ReferenceDeDossier reference) {}
