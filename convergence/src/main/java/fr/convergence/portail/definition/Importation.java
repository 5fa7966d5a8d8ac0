package fr.convergence.portail.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ce que donne la lecture d'un fichier de définition : ce qu'il définit, ou tous ses défauts. */
public sealed interface Importation<T> {

    record Acceptee<T>(T valeur) implements Importation<T> {}

    record Refusee<T>(List<Defaut> defauts) implements Importation<T> {}

    /** Les défauts, aucun quand le fichier est accepté. */
    default List<Defaut> defauts() {
        return switch (this) {
            case Acceptee<T> _ -> List.of();
            case Refusee<T>(var defauts) -> defauts;
        };
    }

    default Optional<T> siAcceptee() {
        return switch (this) {
            case Acceptee<T>(var valeur) -> Optional.of(valeur);
            case Refusee<T> _ -> Optional.empty();
        };
    }

    /** Pour ce qui a déjà été accepté une fois : une version publiée, une définition livrée avec l'application. */
    default T sure() {
        return siAcceptee()
                .orElseThrow(() -> new IllegalStateException(
                        defauts().stream().map(Defaut::toString).collect(Collectors.joining("\n"))));
    }

    static <T> Importation<T> de(T valeur, Defauts defauts) {
        return defauts.aucun() ? new Acceptee<>(valeur) : new Refusee<>(defauts.liste());
    }
}
