package fr.convergence.isc.federation;

import fr.convergence.socle.page.Page;

/**
 * Le temps d'aller plus loin : le navigateur y va seul, le lien sert s'il ne le fait pas.
 *
 * @param vers la suite de la demande, ou le retour du service
 */
public record PassagePage(String vers) implements Page {}
