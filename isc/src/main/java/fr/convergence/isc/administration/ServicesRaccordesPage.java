package fr.convergence.isc.administration;

import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.socle.page.Page;
import java.util.List;

/** Les services raccordés, pour l'opérateur. */
public record ServicesRaccordesPage(List<ServiceRaccorde> services) implements Page {}
