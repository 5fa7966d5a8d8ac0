package fr.convergence.portail.expression;

import java.util.List;

/**
 * Une variable des expressions.
 *
 * @param nom éventuellement pointé : « candidat.region », « dsi.nom »
 * @param valeurs les seules possibles d'un texte ou d'une liste ; vide quand tout est possible
 */
public record Mot(String nom, Nature nature, List<String> valeurs) {

    public Mot {
        valeurs = List.copyOf(valeurs);
    }

    public Mot(String nom, Nature nature) {
        this(nom, nature, List.of());
    }

    /** Toutes les valeurs possibles, quand on peut les énumérer. */
    public List<?> domaine() {
        return switch (nature) {
            case BOOLEEN -> List.of(true, false);
            case TEXTE -> valeurs;
            case LISTE, ENTIER, DECIMAL, MONTANT -> List.of();
        };
    }
}
