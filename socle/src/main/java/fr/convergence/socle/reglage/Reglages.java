package fr.convergence.socle.reglage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Tous les réglages que l'on lit, et le genre de chacun : la liste que chaque module en donne.
 *
 * @param noms ceux de la liste, tels qu'elle les écrit, sans ceux qui valent pour plusieurs
 */
record Reglages(Map<String, GenreDeReglage> genres, SortedSet<String> noms) {

    private static final String LISTE = "classpath*:META-INF/convergence.reglages";

    /** Un nom qui finit ainsi vaut pour tous ceux qui commencent de même. */
    private static final String TOUS = ".*";

    static Reglages lus() {
        var genres = new TreeMap<String, GenreDeReglage>();
        var noms = new TreeSet<String>();
        try {
            for (var liste : new PathMatchingResourcePatternResolver().getResources(LISTE)) {
                var lue = new Properties();
                try (var lecteur = new InputStreamReader(liste.getInputStream(), StandardCharsets.UTF_8)) {
                    lue.load(lecteur);
                }
                lue.stringPropertyNames().forEach(nom -> {
                    genres.put(uniforme(nom), GenreDeReglage.lire(lue.getProperty(nom)));
                    noms.add(nom);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        noms.removeIf(nom -> nom.endsWith(TOUS));
        return new Reglages(genres, noms);
    }

    /** Le genre d'un réglage, ou du premier de ceux dont il est une entrée : « …ans[0] », « …ars.76 ». */
    Optional<GenreDeReglage> genre(ConfigurationPropertyName nom) {
        var sansRang = nom.isLastElementIndexed() ? nom.getParent() : nom;
        var exact = genres.get(uniforme(sansRang));
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(genres.get(uniforme(sansRang.getParent()) + TOUS));
    }

    private static String uniforme(String nom) {
        return nom.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String uniforme(ConfigurationPropertyName nom) {
        var parts = new StringBuilder();
        for (var i = 0; i < nom.getNumberOfElements(); i++) {
            parts.append(i == 0 ? "" : ".").append(nom.getElement(i, Form.UNIFORM));
        }
        return parts.toString();
    }
}
