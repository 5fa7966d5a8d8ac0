package fr.convergence.isc.inscription;

import fr.convergence.socle.page.Page;

/** « Vérification de votre identité terminée » (guide, page 16). */
public record FinDeDemarchePage() implements Page {}
