package fr.convergence.portail.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FRM-1")
final class LectureYamlTest {

    @Test
    void chaque_element_sait_sa_ligne() {
        var racine = Document.lire("a: 1\nb:\n  - x\n  - {c: y}\n", new Defauts("f.yaml"))
                .orElseThrow()
                .racine();
        var b = racine.champs().get("b");
        assertThat(b.ligne()).isEqualTo(2);
        assertThat(((Noeud.Suite) b.valeur()).elements())
                .extracting(Noeud::ligne)
                .containsExactly(3, 4);
    }

    @Test
    void la_forme_canonique_ne_depend_ni_de_l_ordre_ni_de_la_mise_en_page() {
        var un = canonique("b: [1, 2.50, true]\na: 'x'\n");
        assertThat(un).isEqualTo("{\"a\":\"x\",\"b\":[1,2.5,true]}").isEqualTo(canonique("{a: x, b: [1, 2.5, true]}"));
        assertThat(canonique(un)).isEqualTo(un);
    }

    @Test
    void ce_qui_est_dangereux_ou_maladroit_est_refuse_a_sa_ligne() {
        Map.of(
                        "a: &x 1\nb: *x\n", "f.yaml, ligne 1 : les ancres (&) et les alias (*) ne sont pas admis",
                        "a: 1\nb: !!java.net.URL x\n", "f.yaml, ligne 2 : les balises (!) ne sont pas admises",
                        "a: 1\na: 2\n", "f.yaml, ligne 2 : « a » est écrit deux fois",
                        "a: 1\n---\nb: 2\n", "f.yaml, ligne 2 : un fichier ne contient qu’un document",
                        "", "f.yaml, ligne 1 : le fichier est vide",
                        "- a\n", "f.yaml, ligne 1 : le fichier est fait de « clé: valeur »",
                        "a:\n\t- b\n",
                                "f.yaml, ligne 2 : une tabulation ne peut pas servir de retrait : employez des espaces",
                        "a: b\nc: d: e\n",
                                "f.yaml, ligne 2 : deux-points inattendus : mettez le texte entre guillemets",
                        "? [a]\n: b\n", "f.yaml, ligne 1 : une clé est un mot")
                .forEach((texte, defaut) -> assertThat(defaut(texte)).as(texte).isEqualTo(defaut));
    }

    @Test
    void la_taille_et_la_profondeur_sont_bornees() {
        assertThat(defaut("a: " + "x".repeat(LectureYaml.TAILLE))).contains("dépasse 1 Mio");
        assertThat(defaut("a: " + "[".repeat(100_000))).contains("trop profonds");
        assertThat(defaut("a: [" + "x,".repeat(100_000) + "x]")).contains("trop d’éléments");
    }

    /** La racine, sa clé et la liste comptent aussi : il reste 19 997 places dans la liste. */
    @Test
    void ce_qui_tient_juste_dans_les_bornes_se_lit() {
        assertThat(canonique("a: " + "x".repeat(LectureYaml.TAILLE - 3))).hasSize(LectureYaml.TAILLE + 5);
        assertThat(canonique("a: [" + "x,".repeat(19_996) + "x]")).endsWith("\"x\"]}");
        assertThat(defaut("a: [" + "x,".repeat(19_997) + "x]")).contains("trop d’éléments");
        assertThat(canonique("a: " + "[".repeat(19) + "]".repeat(19))).contains("[".repeat(19));
        assertThat(defaut("a: " + "[".repeat(20) + "]".repeat(20))).contains("trop profonds");
    }

    /** L'analyseur parle anglais : l'auteur lit ce qu'il a fait, et où. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 'x | 1 | un guillemet ouvert n’est pas refermé",
                "a: b: c | 1 | deux-points inattendus : mettez le texte entre guillemets",
                "a: [b,\\nc: d}\\n | 2 | il manque une virgule ou un crochet fermant",
                "a: {b: c]\\n | 1 | il manque une virgule ou une accolade fermante",
                "a: \"\\q\"\\n | 1 | « \\ » est inattendu : employez des guillemets simples",
                "a: b\\nc\\nd: e\\n | 3 | il manque les deux-points après la clé",
                "a:\\n  - b\\n c: d\\n | 3 | le retrait de cette ligne ne correspond à rien",
                "a: %b\\n | 1 | l’écriture YAML est incorrecte à partir d’ici",
            })
    void une_maladresse_se_dit_en_francais_a_sa_ligne(String ecrit, int ligne, String raison) {
        assertThat(defaut(ecrit.replace("\\n", "\n"))).isEqualTo("f.yaml, ligne " + ligne + " : " + raison);
    }

    @Test
    void un_caractere_que_personne_n_ecrit_est_refuse() {
        assertThat(defaut("a: \u0000")).isEqualTo("f.yaml, ligne 1 : un caractère interdit empêche de lire le fichier");
    }

    private static String canonique(String texte) {
        return Document.lire(texte, new Defauts("f.yaml")).orElseThrow().canonique();
    }

    private static String defaut(String texte) {
        var defauts = new Defauts("f.yaml");
        assertThat(Document.lire(texte, defauts)).isEmpty();
        return defauts.liste().getFirst().toString();
    }
}
