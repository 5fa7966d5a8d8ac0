package fr.convergence.portail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Une icône absente de la feuille se montre en carré plein : chaque nom écrit dans une page doit y être. */
final class IconesTest {

    private static final Pattern ICONE = Pattern.compile("\\bfr-icon-[a-z0-9]+(?:-[a-z0-9]+)+\\b");

    @Test
    void chaque_icone_nommee_dans_une_page_est_dans_la_feuille() throws IOException {
        var nommees = new TreeSet<String>();
        for (var racine : Set.of("src/main/java", "../socle/src/main/java")) {
            nommees.addAll(nommees(Path.of(racine)));
        }
        var connues = trouver(feuille());

        nommees.removeAll(connues);
        assertThat(connues).isNotEmpty();
        assertThat(nommees).isEmpty();
    }

    private static Set<String> nommees(Path racine) throws IOException {
        var noms = new TreeSet<String>();
        try (Stream<Path> fichiers = Files.walk(racine)) {
            for (var fichier : fichiers.filter(IconesTest::peutNommer).toList()) {
                noms.addAll(trouver(Files.readString(fichier)));
            }
        }
        return noms;
    }

    private static boolean peutNommer(Path fichier) {
        return fichier.toString().matches(".*\\.(jte|java|yaml|yml)");
    }

    private static Set<String> trouver(String texte) {
        var noms = new TreeSet<String>();
        var lecture = ICONE.matcher(texte);
        while (lecture.find()) {
            noms.add(lecture.group());
        }
        return noms;
    }

    private static String feuille() throws IOException {
        var manifeste = new Properties();
        try (var flux = new ClassPathResource("statique/manifeste.properties").getInputStream()) {
            manifeste.load(flux);
        }
        return new ClassPathResource("statique/" + manifeste.getProperty("convergence.css"))
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
