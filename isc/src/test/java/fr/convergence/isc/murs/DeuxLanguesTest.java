package fr.convergence.isc.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tout ce que le site écrit l'est en français et en anglais (I18N-1) : textes, courriels, pages à lire, conditions. */
final class DeuxLanguesTest {

    private static final List<Path> RACINES = List.of(Path.of("src/main/java"), Path.of("../socle/src/main/java"));
    private static final Pattern PLACE = Pattern.compile("\\{\\d}|\\{\\{\\w+}}");

    @Test
    void chaque_texte_a_son_anglais_et_les_memes_places() throws IOException {
        var defauts = new ArrayList<String>();
        for (var recueil : fichiers(nom -> nom.equals("textes.properties"))) {
            var anglais = recueil.resolveSibling("textes_en.properties");
            var traduits = Files.exists(anglais) ? lus(anglais) : new Properties();
            lus(recueil).forEach((cle, texte) -> {
                var traduit = traduits.getProperty((String) cle);
                if (traduit == null || !places((String) texte).equals(places(traduit))) {
                    defauts.add(recueil + " : " + cle);
                }
            });
        }
        assertThat(defauts).isEmpty();
        assertThat(places("« {0} » de {{nom}}")).as("témoin").isNotEqualTo(places("“{1}” of {{nom}}"));
    }

    @Test
    void chaque_courriel_et_chaque_page_a_son_anglais_et_les_memes_variables() throws IOException {
        var defauts = fichiers(nom -> nom.endsWith(".md") && !nom.endsWith("_en.md")).stream()
                .filter(francais -> !memesVariables(francais))
                .map(Path::toString)
                .toList();
        assertThat(defauts).isEmpty();
    }

    private static boolean memesVariables(Path francais) {
        var anglais = francais.resolveSibling(francais.getFileName().toString().replace(".md", "_en.md"));
        try {
            return Files.exists(anglais)
                    && places(Files.readString(francais)).equals(places(Files.readString(anglais)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String texte) {
        return PLACE.matcher(texte)
                .results()
                .map(place -> place.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties lus(Path recueil) throws IOException {
        var textes = new Properties();
        textes.load(new StringReader(Files.readString(recueil)));
        return textes;
    }

    private static List<Path> fichiers(Predicate<String> nom) throws IOException {
        var trouves = new ArrayList<Path>();
        for (var racine : RACINES) {
            try (var arbre = Files.walk(racine)) {
                arbre.filter(fichier -> nom.test(fichier.getFileName().toString()))
                        .forEach(trouves::add);
            }
        }
        assertThat(trouves).isNotEmpty();
        return trouves;
    }
}
