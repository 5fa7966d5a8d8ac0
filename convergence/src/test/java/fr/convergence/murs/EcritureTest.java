package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Les règles de STYLE.md qui se lisent dans le texte des sources : tailles, noms, tables, gabarits. */
final class EcritureTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../socle/src/main/java"),
            Path.of("../isc/src/main/java"),
            Path.of("../doublures/src/main/java"),
            Path.of("../demonstration/src/main/java"));
    private static final List<Path> ESSAIS = List.of(
            Path.of("src/test/java"),
            Path.of("../socle/src/test/java"),
            Path.of("../isc/src/test/java"),
            Path.of("../demonstration/src/test/java"),
            Path.of("../parcours/src/test/java"),
            Path.of("../mesures/src/test/java"));
    private static final int LIGNES_PAR_FICHIER = 280;
    private static final int LIGNES_PAR_ESSAI = 300;
    private static final int TYPES_PAR_PAQUET = 30;
    private static final Pattern NOM_VIDE = Pattern.compile("class \\w*(Manager|Helper|Utils?|Common|Impl|Handler)\\b");
    private static final Pattern CONDITION =
            Pattern.compile("@(?:Profile|ConditionalOn(?:Boolean)?Property|ConditionalOnExpression)\\b");
    private static final Pattern EBARBAGE =
            Pattern.compile("\\.(?:strip|trim|isBlank)\\(\\)|::(?:strip|trim|isBlank)\\b");
    /** Ce qui s'y lit est un fichier : le registre et ses noms, une définition. */
    private static final Set<String> LECTURE_DE_FICHIERS = Set.of("registre", "denomination", "definition");

    private static final Pattern CREATION = Pattern.compile("create table (?:if not exists )?([a-z0-9_]+)");
    private static final Pattern REQUETE = Pattern.compile(
            "\"\"\"\\s*(?:select|insert|update|delete|with)\\b.*?\"\"\"|\"(?:select|insert|update|delete|with)\\b[^\"]*\"",
            Pattern.DOTALL);
    private static final Pattern MOT = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z0-9_]+)");
    private static final Set<String> TABLES = tables();
    /** L'import écrit le registre que {@code etablissement} lit. */
    private static final Map<String, String> REMPLISSEURS = Map.of("registre", "etablissement");

    @Test
    void aucun_fichier_ne_depasse_deux_cent_quatre_vingts_lignes_ni_un_essai_trois_cents() throws IOException {
        assertThat(defauts((fichier, texte) -> tropLong(fichier, texte, LIGNES_PAR_FICHIER)))
                .isEmpty();
        for (var racine : ESSAIS) {
            for (var essai : fichiers(racine, ".java")) {
                assertThat(tropLong(essai, Files.readString(essai), LIGNES_PAR_ESSAI))
                        .isEmpty();
            }
        }
        assertThat(tropLong(Path.of("x"), "\n".repeat(LIGNES_PAR_FICHIER + 1), LIGNES_PAR_FICHIER))
                .as("témoin")
                .isNotEmpty();
    }

    @Test
    void aucun_nom_ne_dit_rien() throws IOException {
        assertThat(defauts(EcritureTest::nomVide)).isEmpty();
        assertThat(nomVide(Path.of("x"), "final class DossierHelper {"))
                .as("témoin")
                .isNotEmpty();
    }

    /**
     * Deux types d'un même nom se confondent à la lecture, d'un module à l'autre aussi ; un type emboîté se lit avec celui qui le
     * tient. Les parcours n'ont que des essais. Le portail et isc, qui ne se voient pas, ont chacun leurs comptes.
     */
    @Test
    void chaque_type_a_son_nom() throws IOException {
        for (var site : List.of("convergence", "isc")) {
            var deTous = new ArrayList<>(fichiers(Path.of("../parcours/src/test/java"), ".java"));
            for (var module : List.of(site, "socle", "doublures", "demonstration", "mesures")) {
                deTous.addAll(fichiers(Path.of("..", module, "src/main/java"), ".java"));
            }
            assertThat(homonymes(deTous)).isEmpty();
        }
        assertThat(homonymes(List.of(Path.of("a/Etape.java"), Path.of("b/Etape.java"))))
                .as("témoin")
                .containsExactly("Etape.java");
    }

    /** Les conditions se jugent à la construction, où les beans se préparent : un réglage se lit dans le bean. */
    @Test
    void aucun_bean_ne_depend_d_un_reglage() throws IOException {
        assertThat(defauts(EcritureTest::beanConditionnel)).isEmpty();
        assertThat(beanConditionnel(Path.of("x"), "@ConditionalOnProperty(\"a\")"))
                .as("témoin")
                .isNotEmpty();
    }

    @Test
    void un_paquet_ne_touche_que_ses_tables() throws IOException {
        assertThat(defauts(EcritureTest::tableDAutrui)).isEmpty();
        assertThat(tableDAutrui(Path.of("portail/instruction/X.java"), "\"select 1 from dossier_etape where x\""))
                .as("témoin")
                .isNotEmpty();
    }

    /** Ce qui se tape n'a qu'une forme normale (décision 0026) : {@code strip} laisse passer ce qui ne se voit pas. */
    @Test
    void une_saisie_n_est_ebarbee_que_par_sa_forme_normale() throws IOException {
        assertThat(defauts(EcritureTest::ebarbage)).isEmpty();
        assertThat(ebarbage(Path.of("portail/profil/X.java"), "nom.strip()"))
                .as("témoin")
                .isNotEmpty();
    }

    @Test
    void aucun_gabarit_n_ecrit_sans_echapper() throws IOException {
        var fautifs = new ArrayList<String>();
        for (var fichier : fichiers(".jte")) {
            fautifs.addAll(sansEchapper(fichier, Files.readString(fichier)));
        }
        assertThat(fautifs).isEmpty();
        assertThat(sansEchapper(Path.of("portail/profil/profil.jte"), "<p>$unsafe{page.nom()}</p>"))
                .as("témoin")
                .isNotEmpty();
    }

    /** Le gabarit d'une page se trouve par le nom de sa classe : renommer l'une sans l'autre ne se verrait qu'à l'usage. */
    @Test
    void chaque_page_a_son_gabarit() throws IOException {
        assertThat(defauts(EcritureTest::pageSansGabarit)).isEmpty();
        assertThat(pageSansGabarit(
                        Path.of("portail/profil/AbsentePage.java"), "record AbsentePage() implements Page {}"))
                .as("témoin")
                .isNotEmpty();
    }

    @Test
    void aucun_paquet_n_est_devenu_deux_capacites() throws IOException {
        assertThat(tropPeuples(fichiers(".java"))).isEmpty();
        var trente = IntStream.range(0, TYPES_PAR_PAQUET).mapToObj(i -> Path.of("p/T" + i + ".java"));
        var unDePlus = Stream.concat(trente, Stream.of(Path.of("p/package-info.java"), Path.of("p/DeTrop.java")));
        assertThat(tropPeuples(unDePlus.toList())).as("témoin").isEqualTo(Map.of("p", TYPES_PAR_PAQUET + 1));
    }

    /** Des pages de texte de l'application, rendues de Markdown avec le HTML neutralisé. */
    private static final Set<String> SANS_ECHAPPER =
            Set.of("texte.jte", "lecture.jte", "accueil.jte", "aide.jte", "cgu.jte", "acceptation.jte", "markdown.jte");

    private interface Regle {
        List<String> defauts(Path fichier, String texte);
    }

    private static List<String> defauts(Regle regle) throws IOException {
        var defauts = new ArrayList<String>();
        for (var fichier : fichiers(".java")) {
            defauts.addAll(regle.defauts(fichier, Files.readString(fichier)));
        }
        return defauts;
    }

    private static List<Path> fichiers(String suffixe) throws IOException {
        var trouves = new ArrayList<Path>();
        for (var racine : SOURCES) {
            trouves.addAll(fichiers(racine, suffixe));
        }
        assertThat(trouves).isNotEmpty();
        return trouves;
    }

    private static List<Path> fichiers(Path racine, String suffixe) throws IOException {
        if (!Files.exists(racine)) {
            return List.of();
        }
        try (Stream<Path> tous = Files.walk(racine)) {
            return tous.filter(fichier -> fichier.toString().endsWith(suffixe)).toList();
        }
    }

    private static List<String> tropLong(Path fichier, String texte, int limite) {
        var lignes = texte.lines().count();
        return lignes > limite ? List.of(fichier + " : " + lignes + " lignes") : List.of();
    }

    private static List<String> nomVide(Path fichier, String texte) {
        var trouve = NOM_VIDE.matcher(texte);
        return trouve.find() ? List.of(fichier + " : " + trouve.group()) : List.of();
    }

    private static List<String> beanConditionnel(Path fichier, String texte) {
        var trouve = CONDITION.matcher(texte);
        return trouve.find() ? List.of(fichier + " : " + trouve.group()) : List.of();
    }

    private static List<String> ebarbage(Path fichier, String texte) {
        var trouve = EBARBAGE.matcher(texte);
        var saisie = fichier.toString().contains("portail") && !LECTURE_DE_FICHIERS.contains(nom(fichier.getParent()));
        return saisie && trouve.find() ? List.of(fichier + " : " + trouve.group()) : List.of();
    }

    private static List<String> sansEchapper(Path fichier, String gabarit) {
        return gabarit.contains("$unsafe{") && !SANS_ECHAPPER.contains(nom(fichier))
                ? List.of(fichier.toString())
                : List.of();
    }

    private static Map<String, Integer> tropPeuples(List<Path> fichiers) {
        var types = new TreeMap<String, Integer>();
        for (var fichier : fichiers) {
            if (!nom(fichier).equals("package-info.java")) {
                types.merge(String.valueOf(fichier.getParent()), 1, Integer::sum);
            }
        }
        types.values().removeIf(nombre -> nombre <= TYPES_PAR_PAQUET);
        return types;
    }

    private static List<String> pageSansGabarit(Path fichier, String texte) {
        var nom = nom(fichier);
        if (!texte.contains("record " + nom.replace(".java", "(")) || !nom.endsWith("Page.java")) {
            return List.of();
        }
        var gabarit = Character.toLowerCase(nom.charAt(0)) + nom.substring(1).replace("Page.java", ".jte");
        return Files.exists(fichier.resolveSibling(gabarit)) ? List.of() : List.of(fichier + " : " + gabarit);
    }

    private static List<String> homonymes(List<Path> fichiers) {
        var vus = new HashSet<String>();
        return fichiers.stream()
                .map(EcritureTest::nom)
                .filter(nom -> !nom.equals("package-info.java") && !vus.add(nom))
                .toList();
    }

    private static List<String> tableDAutrui(Path fichier, String texte) {
        var paquet = nom(fichier.getParent());
        var prefixe = REMPLISSEURS.getOrDefault(paquet, paquet);
        var defauts = new ArrayList<String>();
        var requetes = REQUETE.matcher(texte);
        while (requetes.find()) {
            var mots = MOT.matcher(requetes.group());
            while (mots.find()) {
                if (TABLES.contains(mots.group(1)) && !mots.group(1).startsWith(prefixe)) {
                    defauts.add(fichier + " : " + mots.group(1));
                }
            }
        }
        return defauts;
    }

    /** Toutes les tables des migrations ; leur nom commence par le mot du paquet à qui elles sont. */
    private static Set<String> tables() {
        var tables = new TreeSet<String>();
        try {
            for (var racine : List.of(Path.of("src/main/resources/db"), Path.of("../socle/src/main/resources/db"))) {
                for (var migration : fichiers(racine, ".sql")) {
                    var creations = CREATION.matcher(Files.readString(migration));
                    while (creations.find()) {
                        tables.add(creations.group(1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static String nom(Path fichier) {
        return fichier.getFileName() == null ? "" : fichier.getFileName().toString();
    }
}
