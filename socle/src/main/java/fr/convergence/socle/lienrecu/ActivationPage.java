package fr.convergence.socle.lienrecu;

import fr.convergence.socle.page.Page;

/** Un bouton pour activer son compte. */
public record ActivationPage(String jeton) implements Page {}
