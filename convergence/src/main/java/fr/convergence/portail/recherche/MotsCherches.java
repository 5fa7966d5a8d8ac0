package fr.convergence.portail.recherche;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ce qu'une saisie demande : chaque mot, ou l'un de ses voisins, commence un mot du dossier, dans n'importe quel ordre.
 *
 * @param choix pour chaque mot saisi, lui-même puis ses voisins
 * @param ght les mots d'un code de GHT qui valent ensemble toute la saisie ; vide s'il n'y en a pas
 */
public record MotsCherches(List<List<String>> choix, List<String> ght) {

    /** Précède, dans l'index, un mot qui n'est pas dans le nom du candidat. */
    static final String HORS_DU_NOM = "=";

    private static final Pattern MOT = Pattern.compile("[a-z0-9]+");

    public MotsCherches {
        choix = choix.stream().map(List::copyOf).toList();
        ght = List.copyOf(ght);
        Stream.concat(choix.stream().flatMap(List::stream), ght.stream()).forEach(MotsCherches::exiger);
    }

    /** La condition sur tous les mots du dossier, que lit PostgreSQL ({@code tsquery}). */
    public String partout() {
        var tous = choix.stream()
                .map(mots -> unDe(mots, Stream.of("", HORS_DU_NOM)))
                .collect(Collectors.joining(" & "));
        return ght.isEmpty()
                ? tous
                : "(%s) | (%s)"
                        .formatted(
                                tous,
                                ght.stream()
                                        .map(mot -> unDe(List.of(mot), Stream.of("", HORS_DU_NOM)))
                                        .collect(Collectors.joining(" & ")));
    }

    /** La même, où le mot de ce rang n'est pas dans le nom du candidat. */
    public String horsDuNom(int rang) {
        return IntStream.range(0, choix.size())
                .mapToObj(i -> unDe(choix.get(i), i == rang ? Stream.of(HORS_DU_NOM) : Stream.of("", HORS_DU_NOM)))
                .collect(Collectors.joining(" & "));
    }

    /** La même, sans le mot de ce rang ; vide quand il est seul. */
    public Optional<String> sauf(int rang) {
        return Optional.of(IntStream.range(0, choix.size())
                        .filter(i -> i != rang)
                        .mapToObj(i -> unDe(choix.get(i), Stream.of("", HORS_DU_NOM)))
                        .collect(Collectors.joining(" & ")))
                .filter(condition -> !condition.isEmpty());
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

    private static String unDe(List<String> mots, Stream<String> prefixes) {
        return prefixes.flatMap(prefixe -> mots.stream().map(mot -> "'%s%s':*".formatted(prefixe, mot)))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private static void exiger(String mot) {
        if (!MOT.matcher(mot).matches()) {
            throw new IllegalArgumentException("un mot non normalisé n’entre pas dans une recherche");
        }
    }
}
