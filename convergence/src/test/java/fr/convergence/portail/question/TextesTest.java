package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tout texte cité par le code est écrit, et aucun n'est écrit pour rien. */
final class TextesTest {

    private static final Path PAQUETS = Path.of("src/main/java/fr/convergence/portail");

    @ParameterizedTest
    @ValueSource(strings = {"question", "formulaire"})
    void les_textes_sont_ceux_que_le_code_cite(String paquet) throws IOException {
        var ecrits = new Properties();
        try (var lecteur = Files.newBufferedReader(PAQUETS.resolve(paquet).resolve("textes.properties"))) {
            ecrits.load(lecteur);
        }
        var cites = new TreeSet<String>();
        var cle = Pattern.compile("\"((?:question|formulaire)\\.[a-z_.]+)\"");
        try (var sources = Files.walk(PAQUETS)) {
            for (var source :
                    sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                cle.matcher(Files.readString(source)).results().forEach(r -> cites.add(r.group(1)));
            }
        }
        var attendus = new TreeSet<String>();
        cites.stream().filter(c -> c.startsWith(paquet + ".")).forEach(c -> {
            if (c.endsWith(".")) {
                ecrits.stringPropertyNames().stream()
                        .filter(e -> e.startsWith(c))
                        .forEach(attendus::add);
            } else {
                attendus.add(c);
            }
            if (ecrits.containsKey(c + ".de")) {
                attendus.add(c + ".de");
            }
        });
        assertThat(ecrits.stringPropertyNames()).containsAll(attendus);
        if (paquet.equals("question")) {
            assertThat(attendus).containsAll(ecrits.stringPropertyNames());
        }
    }
}
