package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un mot pour une chose : ceux que le glossaire a écartés ne se lisent nulle part (I18N-1). */
@Tag("I18N-1")
final class VocabulaireTest {

    private static final List<Path> RACINES = List.of(Path.of("src/main/java"), Path.of("../socle/src/main/java"));

    /**
     * Le mot retenu, et ceux qu'il remplace. Le code garde « courriel » ; « Login » se cite, entre guillemets, d'un document.
     */
    private static final Map<String, Pattern> ECARTES = Map.of(
            "e-mail", Pattern.compile("(?<![\\w-])(?:[Cc]ourriels?|[Ee]?[Mm]ails?|[Mm][ée]ls?)(?![\\w-])"),
            "adresse e-mail", Pattern.compile("[Aa]dresses? électronique"),
            "nom d'utilisateur", Pattern.compile("(?<!« )\\b[Ll]ogins?\\b"));

    /** Ceux qui ne sont pas à dire sous ces clés ; ailleurs, ils ont un autre sens. */
    private static final Map<String, Regle> PAR_CLE = Map.of(
            "Accepté",
            new Regle(Pattern.compile("dossier\\.statut\\..*"), Pattern.compile("\\bValidé")),
            "Statut",
            new Regle(Pattern.compile(".*"), Pattern.compile("^États?$")),
            "candidature",
            new Regle(
                    Pattern.compile("(?:tableaudebord|candidature|transfert|profil|inscription)\\..*"),
                    Pattern.compile("(?<!Transférer mes )\\b[Dd]ossiers?\\b(?! de candidature)")));

    private record Regle(Pattern cle, Pattern ecarte) {}

    @Test
    void aucun_texte_n_emploie_un_mot_ecarte() throws IOException {
        var fautes = new ArrayList<String>();
        for (var texte : textes().entrySet()) {
            fautes.addAll(fautes(texte.getKey(), texte.getValue()));
        }
        assertThat(fautes).isEmpty();
    }

    @Test
    void un_mot_ecarte_se_verrait() {
        assertThat(fautes("a.b", "Un courriel partira.")).isNotEmpty();
        assertThat(fautes("a.b", "Votre email")).isNotEmpty();
        assertThat(fautes("a.b", "Adresse électronique")).isNotEmpty();
        assertThat(fautes("a.b", "Votre login")).isNotEmpty();
        assertThat(fautes("a.etat", "État")).isNotEmpty();
        assertThat(fautes("dossier.statut.accepte", "Validé par l'ARS")).isNotEmpty();
        assertThat(fautes("profil.b", "Un dossier en cours")).isNotEmpty();
        assertThat(fautes("tableaudebord.b", "Un e-mail sur l'état de vos dossiers de candidature"))
                .isEmpty();
        assertThat(fautes("transfert.b", "Transférer mes dossiers"))
                .as("le bouton du guide")
                .isEmpty();
        assertThat(fautes("a.md", "[Écrire](mailto:a@b.fr) à l'État")).isEmpty();
    }

    private static List<String> fautes(String cle, String texte) {
        var fautes = new ArrayList<String>();
        ECARTES.forEach((retenu, ecarte) -> {
            if (ecarte.matcher(texte).find()) {
                fautes.add("%s : dites « %s » (%s)".formatted(cle, retenu, texte));
            }
        });
        PAR_CLE.forEach((retenu, regle) -> {
            if (regle.cle().matcher(cle).matches()
                    && regle.ecarte().matcher(texte).find()) {
                fautes.add("%s : dites « %s » (%s)".formatted(cle, retenu, texte));
            }
        });
        return fautes;
    }

    /** Les recueils, par clé ; les pages, les lettres et les définitions livrées, par fichier. Une CGU publiée ne change plus. */
    private static Map<String, String> textes() throws IOException {
        var textes = new TreeMap<String, String>();
        for (var racine : RACINES) {
            try (Stream<Path> tous = Files.walk(racine)) {
                for (var fichier : tous.filter(Files::isRegularFile).toList()) {
                    var nom = fichier.toString();
                    if (nom.endsWith("textes.properties")) {
                        var recueil = new Properties();
                        recueil.load(new StringReader(Files.readString(fichier)));
                        recueil.forEach((cle, texte) -> textes.put((String) cle, (String) texte));
                    } else if ((nom.endsWith(".md") && !nom.contains("/cgu/")) || nom.endsWith(".yaml")) {
                        textes.put(nom, Files.readString(fichier));
                    }
                }
            }
        }
        assertThat(textes).hasSizeGreaterThan(1_000);
        return textes;
    }
}
