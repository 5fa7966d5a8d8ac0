package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Typographie;
import fr.convergence.socle.site.Site;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Une seule apostrophe, ’, dans tout ce que le site écrit. Ce qui passe par {@link Typographie} la reçoit à la lecture :
 * recueils, courriels, pages de texte, définitions (GuichetTest). Ce que le code, un gabarit ou un script écrit lui-même
 * la porte.
 */
final class ApostrophesTest {

    private static final List<Path> RACINES = List.of(
            Path.of("src/main"),
            Path.of("../socle/src/main"),
            Path.of("../isc/src/main"),
            Path.of("../doublures/src/main"),
            Path.of("../demonstration/src/main"));
    private static final List<Path> DU_PORTAIL = List.of(Path.of("src/main"), Path.of("../socle/src/main"));
    private static final List<Path> SCRIPTS = List.of(Path.of("../apparence/src"));
    /** Ce que tapent les personnes des dossiers d'exemple : un clavier n'a que l'apostrophe droite. */
    private static final Path SAISIES = Path.of("fr/convergence/demonstration/vie");

    private static final Pattern DROITE = Pattern.compile("\\p{L}'{1,2}(?=[\\p{L}\\p{N}«{%]|$)");
    /** Un commentaire, passé ; un bloc de texte ou une chaîne, son contenu ; un caractère, passé. */
    private static final Pattern JAVA = Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)"
            + "|\"\"\"(?<bloc>(?s:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+)\"\"\""
            + "|\"(?<chaine>(?:[^\"\\\\\\n]++|\\\\.)*+)\""
            + "|'(?:[^'\\\\\\n]++|\\\\.)++'");

    private static final Pattern SCRIPT = Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)"
            + "|\"(?<chaine>(?:[^\"\\\\\\n]++|\\\\.)*+)\""
            + "|`(?<bloc>(?s:[^`\\\\]++|\\\\.)*+)`");
    private static final Pattern COMMENTAIRE_DE_GABARIT = Pattern.compile("(?s)<%--.*?--%>");

    @Test
    void le_code_n_ecrit_que_l_apostrophe_courbe() throws IOException {
        assertThat(fautes(RACINES, ".java", source -> chaines(JAVA, source))).isEmpty();
        assertThat(droites(chaines(
                        JAVA, "// l'avis\n/* d'abord */ dire('\\'', \"l'ARS\" + \"d'\" + \"\"\"\n  s'ouvre\n\"\"\");")))
                .as("témoin")
                .containsExactly("l'ARS", "d'", "s'ouvre");
        assertThat(droites(chaines(JAVA, "\"update x set etat = 'ACTIF' where f = 'y'\" + \"script-src 'self'\"")))
                .as("ce qu'une requête ou un en-tête met entre apostrophes")
                .isEmpty();
    }

    @Test
    void un_gabarit_et_un_script_non_plus() throws IOException {
        assertThat(fautes(RACINES, ".jte", ApostrophesTest::sansCommentaire)).isEmpty();
        assertThat(fautes(SCRIPTS, ".js", source -> chaines(SCRIPT, source))).isEmpty();
        assertThat(droites(sansCommentaire("<%-- d'abord --%><p>L'ARS</p>")))
                .as("témoin d'un gabarit")
                .containsExactly("<p>L'ARS</p>");
        assertThat(droites(chaines(SCRIPT, "// l'avis\ndire(\"l'envoi\", `d'un ${n}`)")))
                .as("témoin d'un script")
                .containsExactly("l'envoi", "d'un ${n}");
    }

    @Test
    void un_texte_charge_la_recoit() throws IOException {
        try (var contexte = new AnnotationConfigApplicationContext()) {
            contexte.registerBean(Site.class, () -> new Site("portail", ""));
            contexte.register(Textes.class);
            contexte.refresh();
            var textes = contexte.getBean(Textes.class);
            var charges = new ArrayList<String>();
            for (var recueil : fichiers(DU_PORTAIL, "textes.properties")) {
                var lu = new Properties();
                lu.load(new StringReader(Files.readString(recueil)));
                lu.stringPropertyNames().forEach(cle -> charges.add(textes.de(cle)));
            }
            assertThat(charges).hasSizeGreaterThan(1_000).anyMatch(texte -> texte.contains("’"));
            assertThat(droites(String.join("\n", charges))).isEmpty();
        }
    }

    @Test
    void un_courriel_une_page_et_les_conditions_la_recoivent() throws IOException {
        assertThat(fautes(RACINES, ".md", Typographie::composer)).isEmpty();
        assertThat(droites("Votre dossier n'est pas transmis")).as("témoin").isNotEmpty();
    }

    private interface Lecture {
        String lire(String source);
    }

    private static List<String> fautes(List<Path> racines, String suffixe, Lecture lecture) throws IOException {
        var fautes = new ArrayList<String>();
        for (var fichier : fichiers(racines, suffixe)) {
            droites(lecture.lire(Files.readString(fichier))).forEach(ligne -> fautes.add(fichier + " : " + ligne));
        }
        return fautes;
    }

    private static List<Path> fichiers(List<Path> racines, String suffixe) throws IOException {
        var trouves = new ArrayList<Path>();
        for (var racine : racines) {
            try (var tous = Files.walk(racine)) {
                tous.filter(fichier -> fichier.toString().endsWith(suffixe) && !saisie(fichier))
                        .forEach(trouves::add);
            }
        }
        assertThat(trouves).isNotEmpty();
        return trouves;
    }

    private static boolean saisie(Path fichier) {
        return fichier.toString().contains(SAISIES.toString());
    }

    /** Le contenu des chaînes d'un programme, une par ligne. */
    private static String chaines(Pattern langage, String source) {
        var chaines = new StringBuilder();
        langage.matcher(source)
                .results()
                .forEach(trouve -> chaines.append(contenu(trouve)).append('\n'));
        return chaines.toString();
    }

    private static String contenu(MatchResult trouve) {
        var bloc = trouve.group("bloc");
        var chaine = trouve.group("chaine");
        return bloc != null ? bloc : chaine != null ? chaine : "";
    }

    private static String sansCommentaire(String gabarit) {
        return COMMENTAIRE_DE_GABARIT.matcher(gabarit).replaceAll("");
    }

    /** Les lignes où une apostrophe droite suit une lettre et mène à un mot, ou attend le suivant au bout d'une chaîne. */
    private static List<String> droites(String texte) {
        return texte.lines()
                .map(String::strip)
                .filter(ligne -> DROITE.matcher(ligne).results().anyMatch(trouve -> !ferme(ligne, trouve)))
                .toList();
    }

    /** Vrai d'une apostrophe au bout de la ligne qui en ferme une autre : « default-src 'none' ». */
    private static boolean ferme(String ligne, MatchResult trouve) {
        return trouve.end() == ligne.length() && ligne.indexOf('\'') < trouve.end() - 1;
    }
}
