package fr.convergence.parcours;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** La page qui, pour chaque exigence, nomme les essais qui la montrent. */
record TableauDesExigences(List<Exigence> exigences, List<Essai> essais) {

    static final String AU_DELA = "au-delà de la liste";

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
        return Stream.concat(exigences.stream(), auDela())
                .map(exigence ->
                        "## " + exigence.numero() + " · " + exigence.demande() + "\n\n" + liste(exigence, suite))
                .collect(Collectors.joining("\n"));
    }

    /** Celles que des essais montrent déjà sans que la liste les demande. */
    private Stream<Exigence> auDela() {
        var connues = exigences.stream().map(Exigence::numero).toList();
        return essais.stream()
                .flatMap(essai -> essai.exigences().stream())
                .distinct()
                .filter(numero -> !connues.contains(numero))
                .sorted()
                .map(numero -> new Exigence(numero, AU_DELA));
    }

    private String liste(Exigence exigence, Function<Essai, String> suite) {
        var siens = essais.stream()
                .filter(essai -> essai.exigences().contains(exigence.numero()))
                .map(essai -> "- %s · `%s`%s\n".formatted(essai.module(), essai.nom(), suite.apply(essai)))
                .collect(Collectors.joining());
        return siens.isEmpty() ? "- **aucun essai**\n" : siens;
    }
}
