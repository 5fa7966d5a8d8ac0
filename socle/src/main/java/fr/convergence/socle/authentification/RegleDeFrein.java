package fr.convergence.socle.authentification;

import java.time.Duration;

/**
 * Combien d'essais on admet, et ce qu'on attend ensuite.
 *
 * @param nom nom stable, qui sépare les compteurs de deux règles
 * @param essais essais admis avant le premier verrou
 * @param premierVerrou durée du premier verrou ; elle double à chaque essai suivant
 * @param verrouMax durée qu'un verrou ne dépasse pas : personne n'est enfermé dehors pour de bon
 * @param oubli silence au bout duquel le compteur repart de zéro
 */
public record RegleDeFrein(String nom, int essais, Duration premierVerrou, Duration verrouMax, Duration oubli) {}
