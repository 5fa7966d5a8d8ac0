package fr.convergence.isc.collaborateur;

import fr.convergence.socle.page.Page;

/** « Compte de … » : ses informations et ses droits. */
public record CollaborateurPage(Collaborateur collaborateur, boolean encadre) implements Page {}
