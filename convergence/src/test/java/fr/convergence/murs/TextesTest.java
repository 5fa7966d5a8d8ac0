package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tout texte demandé par un gabarit ou par le code est dans un recueil (I18N-1). */
@Tag("I18N-1")
final class TextesTest {

    private static final List<Path> RACINES = List.of(Path.of("src/main/java"), Path.of("../socle/src/main/java"));
    private static final Pattern DEMANDE = Pattern.compile(
            "(?:\\bt|new Message|textes\\.de|Annonce\\.\\w+|succes|information|avertissement)\\(\\s*\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");
    private static final Pattern NOMBRE = Pattern.compile("\\bnombre\\(\\s*\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");

    @Test
    void chaque_texte_demande_existe() throws IOException {
        var connus = recueils();
        var absents = new ArrayList<String>();
        for (var fichier : fichiers(".jte", ".java")) {
            var texte = Files.readString(fichier);
            for (var cle : demandes(texte)) {
                if (!connus.contains(cle)) {
                    absents.add(cle + " (" + fichier + ")");
                }
            }
        }
        assertThat(absents).isEmpty();
    }

    @Test
    void un_texte_oublie_se_verrait() {
        assertThat(demandes("${cadre.t(\"page.oubliee\")} ${cadre.nombre(\"page.jours\", 3)}"))
                .containsExactlyInAnyOrder("page.oubliee", "page.jours.un", "page.jours.plusieurs");
    }

    private static Set<String> demandes(String texte) {
        var cles = new HashSet<String>();
        var simples = DEMANDE.matcher(texte);
        while (simples.find()) {
            cles.add(simples.group(1));
        }
        var nombres = NOMBRE.matcher(texte);
        while (nombres.find()) {
            cles.add(nombres.group(1) + ".un");
            cles.add(nombres.group(1) + ".plusieurs");
        }
        cles.removeIf(cle -> cle.endsWith("."));
        return cles;
    }

    private static Set<String> recueils() throws IOException {
        var cles = new HashSet<String>();
        for (var fichier : fichiers("textes.properties")) {
            var recueil = new Properties();
            recueil.load(new StringReader(Files.readString(fichier)));
            recueil.stringPropertyNames().forEach(cles::add);
        }
        return cles;
    }

    private static List<Path> fichiers(String... suffixes) throws IOException {
        var trouves = new ArrayList<Path>();
        for (var racine : RACINES) {
            try (Stream<Path> tous = Files.walk(racine)) {
                tous.filter(fichier -> Stream.of(suffixes).anyMatch(fichier.toString()::endsWith))
                        .forEach(trouves::add);
            }
        }
        return trouves;
    }
}
