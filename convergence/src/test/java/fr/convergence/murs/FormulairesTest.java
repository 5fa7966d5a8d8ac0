package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Un formulaire refusé l'est par la page : résumé, erreur sous le champ, rien de perdu ; jamais par une bulle du navigateur. */
final class FormulairesTest {

    private static final List<Path> RACINES = List.of(Path.of("src/main/java"), Path.of("../socle/src/main/java"));
    private static final Pattern FORMULAIRE = Pattern.compile("<form\\b[^>]*>");

    @Test
    void aucun_formulaire_envoye_ne_laisse_le_navigateur_le_refuser() throws IOException {
        var fautifs = new ArrayList<String>();
        for (var racine : RACINES) {
            try (var tous = Files.walk(racine)) {
                for (var gabarit : tous.filter(chemin -> chemin.toString().endsWith(".jte"))
                        .toList()) {
                    laisses(Files.readString(gabarit)).forEach(balise -> fautifs.add(gabarit + " : " + balise));
                }
            }
        }
        assertThat(fautifs).isEmpty();
        assertThat(laisses("<form method=\"post\" action=\"/dossiers\">"))
                .as("témoin")
                .isNotEmpty();
    }

    private static List<String> laisses(String gabarit) {
        return FORMULAIRE
                .matcher(gabarit)
                .results()
                .map(trouve -> trouve.group())
                .filter(balise -> !balise.contains(" novalidate"))
                .toList();
    }
}
