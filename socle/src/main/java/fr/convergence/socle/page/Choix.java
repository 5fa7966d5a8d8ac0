package fr.convergence.socle.page;

import org.jspecify.annotations.Nullable;

/**
 * Une réponse proposée par une liste, des boutons radio ou des cases.
 *
 * @param valeur ce qui est envoyé
 * @param libelle ce qui se lit
 * @param aide précision sous le libellé, ou {@code null}
 */
public record Choix(String valeur, String libelle, @Nullable String aide) {

    public Choix(String valeur, String libelle) {
        this(valeur, libelle, null);
    }
}
