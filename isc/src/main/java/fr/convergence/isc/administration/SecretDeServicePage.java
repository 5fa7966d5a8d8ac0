package fr.convergence.isc.administration;

import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.socle.page.Page;

/** Le secret d'un service, montré une seule fois. */
public record SecretDeServicePage(ServiceRaccorde service, String secret) implements Page {}
