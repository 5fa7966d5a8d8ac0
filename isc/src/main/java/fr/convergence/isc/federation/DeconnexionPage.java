package fr.convergence.isc.federation;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Voulez-vous vous déconnecter ?
 *
 * @param service celui qui le demande, ou {@code null} s'il ne s'est pas nommé
 * @param retour où ramener ensuite, vide pour l'accueil
 */
public record DeconnexionPage(@Nullable String service, String clientId, String retour, String etat) implements Page {}
