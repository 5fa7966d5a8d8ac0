package fr.convergence.portail.contact;

import fr.convergence.socle.page.Page;

/** Les contacts d'un dossier et l'accès à chacun, sans script. */
public record ListePage(Contacts contacts) implements Page {}
