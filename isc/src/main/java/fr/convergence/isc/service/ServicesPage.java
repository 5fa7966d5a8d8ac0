package fr.convergence.isc.service;

import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.socle.page.Page;
import java.util.List;

/** Les services raccordés, pour un visiteur. */
public record ServicesPage(List<ServiceRaccorde> services) implements Page {}
