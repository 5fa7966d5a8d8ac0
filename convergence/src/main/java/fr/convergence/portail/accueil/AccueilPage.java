package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Page;

/** L'accueil public. */
public record AccueilPage() implements Page {}
