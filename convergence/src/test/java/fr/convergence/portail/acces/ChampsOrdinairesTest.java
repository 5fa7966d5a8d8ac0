package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tout champ où l'on écrit est connu de la page qui rend un formulaire arrêté : nommé, ou secret (CNX-7). */
@Tag("CNX-7")
final class ChampsOrdinairesTest {

    private static final Path RACINE = Path.of("src/main/java");
    private static final Pattern FORMULAIRE = Pattern.compile("(?s)<form [^>]*method=\"post\".*?</form>");
    private static final Pattern TEXTE = Pattern.compile("page\\.(?:champ|zoneTexte)\\([^)]*?\\bid = \"(\\w+)\"");
    private static final Pattern MOT_DE_PASSE =
            Pattern.compile("page\\.(?:motDePasse|captcha)\\([^)]*?\\bid = \"(\\w+)\"");

    private static final Pattern CHOISI = Pattern.compile(
            "page\\.(?:caseACocher|radios|cases)\\((?=[^\\n]*?\\b(?:nom) = \"([\\w-]+)\"|[^\\n]*?\\bid = \"([\\w-]+)\")");

    private static final Pattern FICHIER = Pattern.compile("page\\.fichier\\([^)]*?\\bid = \"(\\w+)\"");

    @Test
    void chaque_champ_de_texte_d_un_formulaire_a_son_nom_ou_est_un_secret() throws IOException {
        var connus = new TreeSet<>(ChampsOrdinaires.ECRITS);
        connus.addAll(ChampsOrdinaires.SECRETS);

        assertThat(champs(TEXTE)).hasSizeGreaterThan(8).isSubsetOf(connus);
    }

    /** Des choix dont la valeur ne se dit pas sans lire la base : le compte du nouveau référent, les preuves à reprendre. */
    private static final Set<String> SANS_MOTS = Set.of("vers", "preuves");

    /** Ils ont leurs mots dans leur paquet. */
    private static final Set<String> AILLEURS = Set.of("colonnes", "forme");

    @Test
    void chaque_case_et_chaque_choix_d_un_formulaire_a_son_nom() throws IOException {
        var connus = new TreeSet<>(ChampsOrdinaires.CASES);
        connus.addAll(ChampsOrdinaires.CHOIX);
        connus.addAll(SANS_MOTS);
        connus.addAll(AILLEURS);

        assertThat(champs(CHOISI)).hasSizeGreaterThan(6).isSubsetOf(connus);
        assertThat(champs(CHOISI, "<form method=\"post\">page.cases(id = \"x\", nom = \"neuf\")</form>"))
                .containsExactly("neuf");
    }

    @Test
    void chaque_champ_de_fichiers_est_celui_de_la_maison_et_se_choisit_de_nouveau() throws IOException {
        assertThat(champs(FICHIER)).hasSizeGreaterThan(2).isSubsetOf(ChampsOrdinaires.FICHIERS.keySet());
        assertThat(champs(Pattern.compile("(type=\"file\")"))).isEmpty();
    }

    @Test
    void aucun_mot_de_passe_ni_controle_n_est_rendu() throws IOException {
        assertThat(champs(MOT_DE_PASSE)).contains("motDePasse", "actuel").isSubsetOf(ChampsOrdinaires.SECRETS);
        assertThat(ChampsOrdinaires.ECRITS).doesNotContainAnyElementsOf(ChampsOrdinaires.SECRETS);
    }

    @Test
    void un_champ_inconnu_se_verrait() {
        var gabarit = """
                <form method="post" action="/x">
                    @template.socle.page.champ(cadre = cadre, id = "neuf")
                    @template.socle.page.motDePasse(cadre = cadre, id = "cache")
                </form>
                @template.socle.page.champ(cadre = cadre, id = "ailleurs")
                """;
        assertThat(champs(TEXTE, gabarit)).containsExactly("neuf").noneMatch(ChampsOrdinaires.ECRITS::contains);
        assertThat(champs(MOT_DE_PASSE, gabarit))
                .containsExactly("cache")
                .noneMatch(ChampsOrdinaires.SECRETS::contains);
    }

    @Test
    void chaque_champ_rendu_a_son_texte() throws IOException {
        var textes = new Properties();
        textes.load(
                new StringReader(Files.readString(RACINE.resolve("fr/convergence/portail/acces/textes.properties"))));

        var rendus = new TreeSet<>(ChampsOrdinaires.ECRITS);
        rendus.addAll(ChampsOrdinaires.CASES);
        rendus.addAll(ChampsOrdinaires.CHOIX);
        rendus.addAll(ChampsOrdinaires.FICHIERS.keySet());
        assertThat(textes.stringPropertyNames())
                .containsAll(rendus.stream().map(nom -> "acces.champ." + nom).toList());
    }

    /** Un formulaire publié peut nommer une de ses questions « code » : la taire l'effacerait au renvoi. */
    @Test
    void une_question_d_un_dossier_n_est_jamais_un_secret() {
        for (var nom : ChampsOrdinaires.SECRETS) {
            assertThat(ChampsOrdinaires.secret("/dossiers/ABCDEFGHIJ/candidature/banque", nom))
                    .as(nom)
                    .isFalse();
            assertThat(ChampsOrdinaires.secret("/connexion", nom)).as(nom).isTrue();
        }
    }

    private static Set<String> champs(Pattern motif) throws IOException {
        try (Stream<Path> gabarits = Files.walk(RACINE)) {
            var textes = gabarits.filter(chemin -> chemin.toString().endsWith(".jte"))
                    .toList();
            return textes.stream()
                    .map(ChampsOrdinairesTest::lire)
                    .flatMap(texte -> champs(motif, texte))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> champs(Pattern motif, String gabarit) {
        return FORMULAIRE
                .matcher(gabarit)
                .results()
                .flatMap(formulaire -> motif.matcher(formulaire.group()).results())
                .map(champ -> champ.group(champ.group(1) == null ? 2 : 1));
    }

    private static String lire(Path gabarit) {
        try {
            return Files.readString(gabarit);
        } catch (IOException echec) {
            throw new UncheckedIOException(echec);
        }
    }
}
