package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Un réglage lu par le code est dans la liste de son module : sans elle, le démarrage le refuserait comme inconnu. */
final class ReglagesTest {

    private static final List<Path> MODULES = List.of(Path.of("../socle"), Path.of("."), Path.of("../demonstration"));
    private static final Pattern VALEUR = Pattern.compile("\\$\\{(convergence\\.[a-z.-]+)[:}]");
    private static final Pattern ENSEMBLE = Pattern.compile(
            "@ConfigurationProperties\\(\"(convergence\\.[a-z.-]+)\"\\).*?record \\w+\\((.*?)\\)\\s*\\{",
            Pattern.DOTALL);
    private static final Pattern COMPOSANT = Pattern.compile("(\\w+)\\s*(?:,|$)");

    @Test
    void chaque_reglage_lu_par_le_code_est_dans_la_liste() throws IOException {
        var listes = new Properties();
        var lus = new TreeSet<String>();
        for (var module : MODULES) {
            listes.putAll(liste(module));
            lus.addAll(lus(module));
        }

        assertThat(lus)
                .hasSizeGreaterThan(20)
                .contains("convergence.fichiers.delai-antivirus", "convergence.taches.actives");
        lus.removeIf(nom -> listes.containsKey(nom) || listes.containsKey(nom + ".*"));
        assertThat(lus).as("à écrire dans META-INF/convergence.reglages").isEmpty();
    }

    private static Properties liste(Path module) throws IOException {
        var liste = new Properties();
        try (var lecteur =
                Files.newBufferedReader(module.resolve("src/main/resources/META-INF/convergence.reglages"))) {
            liste.load(lecteur);
        }
        return liste;
    }

    private static TreeSet<String> lus(Path module) throws IOException {
        var lus = new TreeSet<String>();
        try (Stream<Path> fichiers = Files.walk(module.resolve("src/main/java"))) {
            for (var fichier : fichiers.filter(chemin -> chemin.toString().endsWith(".java"))
                    .toList()) {
                var texte = Files.readString(fichier);
                VALEUR.matcher(texte).results().forEach(trouvee -> lus.add(trouvee.group(1)));
                ENSEMBLE.matcher(texte)
                        .results()
                        .forEach(ensemble -> COMPOSANT
                                .matcher(ensemble.group(2).replaceAll("\"[^\"]*\"|<[^>]*>|\\([^)]*\\)|//.*", ""))
                                .results()
                                .forEach(composant -> lus.add(ensemble.group(1) + "." + enTirets(composant.group(1)))));
            }
        }
        return lus;
    }

    private static String enTirets(String nom) {
        return nom.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
