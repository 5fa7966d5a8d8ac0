package fr.convergence.isc.service;

import fr.convergence.socle.page.Page;

/** « Tous les services » : ceux que l'on emploie, ceux où l'on peut accéder. */
public record MesServicesPage(ServicesDuMembre.Partage services) implements Page {}
