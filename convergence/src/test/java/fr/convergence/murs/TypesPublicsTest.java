package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Un paquet montre moins qu'il ne tient : la moitié au moins de ses types lui restent. Les pages ne comptent pas, le moteur de
 * gabarits les veut publiques ; le socle non plus, dont chaque paquet est fait pour qu'on l'appelle.
 */
final class TypesPublicsTest {

    private static final Pattern PUBLIC = Pattern.compile(
            "^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) ",
            Pattern.MULTILINE);

    @Test
    void la_moitie_des_types_du_portail_ne_sortent_pas_de_leur_paquet() throws IOException {
        var sources = new ArrayList<String>();
        try (var fichiers = Files.walk(Path.of("src/main/java"))) {
            for (var fichier : fichiers.filter(TypesPublicsTest::compte).toList()) {
                sources.add(Files.readString(fichier));
            }
        }
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(publics(sources)).isLessThanOrEqualTo(sources.size() / 2);
        assertThat(publics(List.of("/** Rien. */\npublic final class Un {}\n", "record Deux() {}\n")))
                .as("témoin")
                .isEqualTo(1);
    }

    private static boolean compte(Path fichier) {
        var nom = fichier.getFileName().toString();
        return nom.endsWith(".java") && !nom.endsWith("Page.java") && !nom.equals("package-info.java");
    }

    private static long publics(List<String> sources) {
        return sources.stream().filter(source -> PUBLIC.matcher(source).find()).count();
    }
}
