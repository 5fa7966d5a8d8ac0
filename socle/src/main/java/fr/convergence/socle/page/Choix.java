package fr.convergence.socle.page;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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

    /** Un choix par constante, envoyée par son nom. */
    public static <E extends Enum<E>> List<Choix> de(E[] constantes, Function<E, String> libelle) {
        return de(List.of(constantes), E::name, libelle);
    }

    /** Un choix par objet, dans leur ordre. */
    public static <T> List<Choix> de(Collection<T> objets, Function<T, String> valeur, Function<T, String> libelle) {
        return objets.stream()
                .map(objet -> new Choix(valeur.apply(objet), libelle.apply(objet)))
                .toList();
    }
}
