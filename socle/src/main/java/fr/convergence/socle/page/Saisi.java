package fr.convergence.socle.page;

/**
 * Ce qui était tapé dans un champ, rendu à qui l'a tapé quand il n'a pas pu être pris.
 *
 * @param texte plusieurs lignes y restent ; vide quand on avait effacé ce qui s'y trouvait
 */
public record Saisi(Message libelle, String texte) {}
