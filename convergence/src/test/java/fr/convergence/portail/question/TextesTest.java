package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tout texte cité par le code est écrit, et aucun n'est écrit pour rien. */
final class TextesTest {

    private static final Path PAQUETS = Path.of("src/main/java/fr/convergence/portail");
    private static final Pattern CLE = Pattern.compile("\"((?:question|formulaire)\\.[a-z_.]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"question", "formulaire"})
    void les_textes_sont_ceux_que_le_code_cite(String paquet) throws IOException {
        var ecrits = new Properties();
        try (var lecteur = Files.newBufferedReader(PAQUETS.resolve(paquet).resolve("textes.properties"))) {
            ecrits.load(lecteur);
        }
        var cites = new TreeSet<String>();
        try (var sources = Files.walk(PAQUETS)) {
            for (var source :
                    sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                cites.addAll(cites(Files.readString(source)));
            }
        }
        var attendus = attendus(paquet, cites, ecrits);
        assertThat(ecrits.stringPropertyNames()).containsAll(attendus);
        if (paquet.equals("question")) {
            assertThat(attendus).containsAll(ecrits.stringPropertyNames());
        }
    }

    @Test
    void un_texte_absent_ou_ecrit_pour_rien_se_verrait() {
        var ecrits = new Properties();
        ecrits.setProperty("question.nom", "Nom");
        ecrits.setProperty("question.nom.de", "Nom {0}");
        ecrits.setProperty("question.pour_rien", "Jamais lu");
        var attendus =
                attendus("question", cites("new Message(\"question.nom\"); new Message(\"question.absent\")"), ecrits);

        assertThat(attendus).containsExactly("question.absent", "question.nom", "question.nom.de");
        assertThat(ecrits.stringPropertyNames()).doesNotContain("question.absent");
        assertThat(attendus).doesNotContain("question.pour_rien");
    }

    private static Set<String> cites(String source) {
        return CLE.matcher(source).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> attendus(String paquet, Set<String> cites, Properties ecrits) {
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
        return attendus;
    }
}
