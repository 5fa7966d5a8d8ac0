package fr.convergence.isc.examen;

import fr.convergence.socle.page.Page;

/**
 * L'accueil d'un opérateur.
 *
 * @param inscriptions combien attendent une décision, cent au plus
 * @param demandes de même, des demandes de modification
 */
public record BureauPage(int inscriptions, long demandes) implements Page {}
