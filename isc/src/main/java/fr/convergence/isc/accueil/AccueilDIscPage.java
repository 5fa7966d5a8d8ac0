package fr.convergence.isc.accueil;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * L'accueil public.
 *
 * @param espace l'adresse de l'espace de la personne connectée, ou {@code null}
 * @param deconnecte vrai juste après une déconnexion
 */
public record AccueilDIscPage(@Nullable String espace, boolean deconnecte) implements Page {}
