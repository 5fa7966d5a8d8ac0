package fr.convergence.portail.recherche;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ce qu'une saisie demande : chaque mot, ou l'un de ses voisins, commence un mot du dossier, dans n'importe quel ordre.
 *
 * @param choix pour chaque mot saisi, lui-même puis ses voisins
 * @param ght les mots d'un code de GHT qui valent ensemble toute la saisie ; vide s'il n'y en a pas
 * @param entiers pour chaque mot saisi, les mots des noms qu'il commence, quand on les sait tous : PostgreSQL croise des mots
 *     entiers sans lire tous les dossiers de chacun
 */
public record MotsCherches(List<List<String>> choix, List<String> ght, List<Optional<List<String>>> entiers) {

    /** Précède, dans l'index, un mot qui n'est pas dans le nom du candidat. */
    static final String HORS_DU_NOM = "=";

    private static final Pattern MOT = Pattern.compile("[a-z0-9]+");

    public MotsCherches {
        choix = choix.stream().map(List::copyOf).toList();
        ght = List.copyOf(ght);
        entiers = entiers.stream().map(mots -> mots.map(List::copyOf)).toList();
        Stream.of(choix.stream(), Stream.of(ght), entiers.stream().flatMap(Optional::stream))
                .flatMap(mots -> mots)
                .flatMap(List::stream)
                .forEach(MotsCherches::exiger);
    }

    MotsCherches(List<List<String>> choix, List<String> ght) {
        this(choix, ght, choix.stream().map(_ -> Optional.<List<String>>empty()).toList());
    }

    /** La condition sur tous les mots du dossier, que lit PostgreSQL ({@code tsquery}). */
    public String partout() {
        var tous = ensemble(_ -> true, rang -> Stream.concat(duNom(rang), ailleurs(rang)));
        return ght.isEmpty()
                ? tous
                : "(%s) | (%s)"
                        .formatted(
                                tous,
                                ght.stream()
                                        .map(mot -> "('%1$s':* | '%2$s%1$s':*)".formatted(mot, HORS_DU_NOM))
                                        .collect(Collectors.joining(" & ")));
    }

    /** La même, où le mot de ce rang n'est pas dans le nom du candidat. */
    public String horsDuNom(int absent) {
        return ensemble(
                _ -> true, rang -> rang == absent ? ailleurs(rang) : Stream.concat(duNom(rang), ailleurs(rang)));
    }

    /** La même, sans le mot de ce rang ; vide quand il est seul. */
    public Optional<String> sauf(int ote) {
        return Optional.of(ensemble(rang -> rang != ote, rang -> Stream.concat(duNom(rang), ailleurs(rang))))
                .filter(condition -> !condition.isEmpty());
    }

    MotsCherches avecEntiers(List<Optional<List<String>>> connus) {
        return new MotsCherches(choix, ght, connus);
    }

    MotsCherches elargis(List<List<String>> voisins) {
        return new MotsCherches(
                IntStream.range(0, choix.size())
                        .mapToObj(i -> Stream.concat(choix.get(i).stream(), voisins.get(i).stream())
                                .distinct()
                                .toList())
                        .toList(),
                ght);
    }

    private String ensemble(IntPredicate rangs, IntFunction<Stream<String>> mots) {
        return IntStream.range(0, choix.size())
                .filter(rangs)
                .mapToObj(rang -> mots.apply(rang).collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    private Stream<String> duNom(int rang) {
        return entiers.get(rang)
                .map(mots -> mots.stream().map("'%s'"::formatted))
                .orElseGet(() -> choix.get(rang).stream().map("'%s':*"::formatted));
    }

    private Stream<String> ailleurs(int rang) {
        return choix.get(rang).stream().map(mot -> "'%s%s':*".formatted(HORS_DU_NOM, mot));
    }

    private static void exiger(String mot) {
        if (!MOT.matcher(mot).matches()) {
            throw new IllegalArgumentException("un mot non normalisé n’entre pas dans une recherche");
        }
    }
}
