package fr.convergence.isc.collaborateur;

import fr.convergence.socle.page.Page;

/** Confirme la suppression d'un collaborateur. */
public record SuppressionPage(Collaborateur collaborateur) implements Page {}
