package fr.convergence.isc.rattachement;

import fr.convergence.socle.page.Page;

/** « Validation » : la demande est partie à ceux qui peuvent la valider. */
public record DemandeEnvoyeePage(RoleDemande role) implements Page {}
