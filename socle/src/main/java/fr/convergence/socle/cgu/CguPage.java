package fr.convergence.socle.cgu;

import fr.convergence.socle.page.Page;

/** Les CGU en vigueur, ouvertes à tous. */
public record CguPage(String texte) implements Page {}
