package fr.convergence.portail.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.node.JsonNodeFactory;

/** Quel que soit le texte : un document ou des défauts situés, jamais une exception ; et ce qui est lu se relit. */
@Tag("FRM-1")
final class LectureYamlPropertyTest {

    @Property(tries = 300)
    void un_texte_donne_un_document_ou_des_defauts_situes(@ForAll("textes") String texte) {
        var defauts = new Defauts("f.yaml");
        var document = Document.lire(texte, defauts);
        assertThat(document.isPresent()).isEqualTo(defauts.aucun());
        var lignes = (int) texte.lines().count() + 1;
        assertThat(defauts.liste()).allSatisfy(defaut -> {
            assertThat(defaut.ligne()).isBetween(1, lignes);
            assertThat(defaut.raison()).isNotBlank();
        });
    }

    /** Une version publiée se garde sous sa forme canonique : elle doit se rouvrir à l'identique. */
    @Property(tries = 300)
    void la_forme_canonique_se_relit_et_ne_change_plus(@ForAll("objets") String texte) {
        var defauts = new Defauts("f.yaml");
        var canonique = Document.lire(texte, defauts).map(Document::canonique);
        assertThat(defauts.liste()).as(texte).isEmpty();
        assertThat(canonique.flatMap(c -> Document.lire(c, defauts)).map(Document::canonique))
                .isEqualTo(canonique);
        assertThat(canonique
                        .map(Document::lisible)
                        .flatMap(c -> Document.lire(c, defauts))
                        .map(Document::canonique))
                .as("mise à la ligne")
                .isEqualTo(canonique);
    }

    /** Un nombre garde sa valeur : une borne à mille euros n'est pas un texte quand on rouvre la version. */
    @Property(tries = 300)
    void un_nombre_garde_sa_valeur(@ForAll("decimaux") String ecrit) {
        var defauts = new Defauts("f.yaml");
        var canonique = Document.lire("v: " + ecrit, defauts).orElseThrow().canonique();
        var relu = Document.lire(canonique, defauts)
                .orElseThrow()
                .fiche(defauts, fiche -> fiche.obligatoire("v", Genres.nombre()));
        assertThat(defauts.liste()).as(canonique).isEmpty();
        assertThat(relu).isEqualByComparingTo(new BigDecimal(ecrit));
    }

    /** Des bouts de YAML mis bout à bout, justes ou non. */
    @Provide
    Arbitrary<String> textes() {
        var bouts = Arbitraries.of(
                "a",
                "b: ",
                "- ",
                "\n",
                "  ",
                "\t",
                "[",
                "]",
                "{",
                "}",
                ", ",
                ": ",
                "? ",
                "'",
                "\"",
                "|",
                ">",
                "#",
                "&x ",
                "*x ",
                "!t ",
                "---",
                "...",
                "%YAML 1.2",
                "\\u0000",
                "\\x4",
                "\u0000",
                "\ud800",
                "\ufeff",
                "\u0085",
                "\u2028",
                "é",
                "12",
                "1.5",
                "true",
                "~");
        return Arbitraries.oneOf(
                bouts.list().ofMaxSize(30).map(tires -> String.join("", tires)),
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> objets() {
        var scalaires = Arbitraries.oneOf(
                Arbitraries.of("true", "null", "~", "''", "'12'", "-3", "+7", "1.50", "1000.0", "0.0", "-0", "mot"),
                decimaux(),
                Arbitraries.strings()
                        .withChars("aé’ \"\\\n:#-{}[]")
                        .ofMaxLength(8)
                        .map(texte -> JsonCanonique.ecrire(JsonNodeFactory.instance.stringNode(texte))));
        var listes = scalaires.list().ofMaxSize(3).map(elements -> "[" + String.join(", ", elements) + "]");
        return Combinators.combine(scalaires, listes, scalaires)
                .as((un, liste, deux) -> "b: " + un + "\na: " + liste + "\nc: {z: " + deux + "}\n");
    }

    @Provide
    Arbitrary<String> decimaux() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-100000000"), new BigDecimal("100000000"))
                .ofScale(2)
                .map(BigDecimal::toPlainString);
    }
}
