package fr.convergence.socle.page;

/** Ce qu'un contrôleur rend au navigateur : une page ou l'adresse où aller. */
public sealed interface Vue permits Page, Redirection {}
