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
    private static final Pattern VALEUR = Pattern.compile("\\$\\{(convergence\\.[a-z0-9.-]+)[:}]");
    private static final Pattern ENSEMBLE = Pattern.compile(
            "@ConfigurationProperties\\(\"(convergence\\.[a-z0-9.-]+)\"\\).*?record \\w+\\((.*?)\\)\\s*\\{",
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
        assertThat(horsListe(lus, listes))
                .as("à écrire dans META-INF/convergence.reglages")
                .isEmpty();
    }

    @Test
    void un_reglage_oublie_se_verrait() {
        var listes = new Properties();
        listes.setProperty("convergence.a.connu", "");
        listes.setProperty("convergence.b.*", "");
        var lus = lus("""
                X(@Value("${convergence.a.connu}") int a, @Value("${convergence.a.oublie:3}") int b) {}
                @ConfigurationProperties("convergence.c")
                record ReglagesDeC(String nom, Duration delaiDAttente) {
                """);

        assertThat(lus)
                .containsExactly(
                        "convergence.a.connu",
                        "convergence.a.oublie",
                        "convergence.c.delai-d-attente",
                        "convergence.c.nom");
        assertThat(horsListe(lus, listes))
                .containsExactly("convergence.a.oublie", "convergence.c.delai-d-attente", "convergence.c.nom");
        assertThat(horsListe(new TreeSet<>(List.of("convergence.b")), listes)).isEmpty();
    }

    private static TreeSet<String> horsListe(TreeSet<String> lus, Properties listes) {
        var absents = new TreeSet<>(lus);
        absents.removeIf(nom -> listes.containsKey(nom) || listes.containsKey(nom + ".*"));
        return absents;
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
                lus.addAll(lus(Files.readString(fichier)));
            }
        }
        return lus;
    }

    private static TreeSet<String> lus(String source) {
        var lus = new TreeSet<String>();
        VALEUR.matcher(source).results().forEach(trouvee -> lus.add(trouvee.group(1)));
        ENSEMBLE.matcher(source)
                .results()
                .forEach(ensemble -> COMPOSANT
                        .matcher(ensemble.group(2).replaceAll("\"[^\"]*\"|<[^>]*>|\\([^)]*\\)|//.*", ""))
                        .results()
                        .forEach(composant -> lus.add(ensemble.group(1) + "." + enTirets(composant.group(1)))));
        return lus;
    }

    private static String enTirets(String nom) {
        return nom.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
