package fr.convergence.parcours;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** La page qui, pour chaque exigence, nomme les essais qui la montrent. */
record TableauDesExigences(List<Exigence> exigences, List<Essai> essais) {

    private static final String EN_TETE = """
            # Exigences et essais

            Engendré par `ExigencesTest` à partir des étiquettes `@Tag` des essais. Le module `parcours` joue le site
            entier dans un navigateur ; les autres essais prennent une tranche de l'application, sur un vrai PostgreSQL.

            """;

    /** La même d'une exécution à l'autre : les noms des essais, sans leur issue. */
    String page() {
        return EN_TETE + tableaux(essai -> "");
    }

    /** @param issue ce qui est arrivé à un essai lors de la dernière exécution */
    String page(Function<Essai, String> issue) {
        return EN_TETE + tableaux(essai -> " — " + issue.apply(essai));
    }

    private String tableaux(Function<Essai, String> suite) {
        return exigences.stream()
                .map(exigence -> "## " + exigence.numero() + " · " + exigence.demande() + "\n\n" + liste(exigence, suite))
                .collect(Collectors.joining("\n"));
    }

    private String liste(Exigence exigence, Function<Essai, String> suite) {
        var siens = essais.stream()
                .filter(essai -> essai.exigences().contains(exigence.numero()))
                .map(essai -> "- %s · `%s`%s\n".formatted(essai.module(), essai.nom(), suite.apply(essai)))
                .collect(Collectors.joining());
        return siens.isEmpty() ? "- **aucun essai**\n" : siens;
    }
}
