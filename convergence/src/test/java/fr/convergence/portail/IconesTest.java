package fr.convergence.portail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * Une icône absente de la feuille se montre en carré plein : chaque nom écrit dans une page ou un script doit y être. Ce qu'une
 * page montre quand le réseau est perdu est dans la feuille même : il serait trop tard pour le télécharger.
 */
final class IconesTest {

    private static final Pattern ICONE = Pattern.compile("\\bfr-icon-[a-z0-9]+(?:-[a-z0-9]+)+\\b");

    private static final List<String> RACINES =
            List.of("src/main/java", "../socle/src/main/java", "../demonstration/src/main", "../apparence/src");

    /** Les bandeaux de saisie.jte, les lignes d'envoi, les erreurs de champ. */
    private static final List<String> SANS_RESEAU = List.of(
            "\\.fr-notice--warning \\.fr-notice__title[^{]*",
            "\\.fr-notice--alert \\.fr-notice__title[^{]*",
            "\\.fr-icon-refresh-line:before",
            "\\.fr-icon-close-line:before",
            "\\.fr-error-text:before");

    @Test
    void chaque_icone_nommee_dans_une_page_ou_un_script_est_dans_la_feuille() throws IOException {
        var nommees = new TreeSet<String>();
        for (var racine : RACINES) {
            nommees.addAll(nommees(Path.of(racine)));
        }

        assertThat(nommees).contains("fr-icon-refresh-line", "fr-icon-draft-line");
        assertThat(absentes(nommees)).isEmpty();
    }

    @Test
    void une_icone_qui_n_y_est_pas_se_verrait() throws IOException {
        assertThat(absentes(trouver("<span class=\"fr-icon-mouton-line fr-icon-edit-line\">")))
                .containsExactly("fr-icon-mouton-line");
    }

    @Test
    void ce_qui_se_montre_sans_reseau_ne_se_telecharge_pas() throws IOException {
        var feuille = feuille();
        for (var regle : SANS_RESEAU) {
            assertThat(feuille)
                    .as(regle)
                    .containsPattern("[,}]" + regle + "(?:,[^{}]*)?\\{[^}]*mask-image:url\\([\"']?data:");
        }
    }

    private static Set<String> absentes(Set<String> nommees) throws IOException {
        var absentes = new TreeSet<>(nommees);
        absentes.removeAll(trouver(feuille()));
        return absentes;
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
        return fichier.toString().matches(".*\\.(jte|java|js|css|yaml|yml)");
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
