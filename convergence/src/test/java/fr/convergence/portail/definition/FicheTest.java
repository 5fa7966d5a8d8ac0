package fr.convergence.portail.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Lire une définition : chaque genre de champ, et ce qui est dit à l'auteur quand il se trompe. */
@Tag("FRM-1")
final class FicheTest {

    private enum Couleur {
        ROUGE,
        VERT_CLAIR
    }

    @ParameterizedTest
    @CsvSource({"1 o, 1", "10 ko, 10000", "10 Mo, 10000000", "2 Go, 2000000000", "9999 Mo, 9999000000"})
    void une_taille_se_compte_en_unites_decimales(String ecrite, long octets) {
        assertThat(lire("v: " + ecrite, Genres.taille())).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10Mo", "10 MO", "10 Mio", "-1 Mo", "10000 Mo", "Mo", "10", "1,5 Mo"})
    void une_taille_mal_ecrite_est_refusee(String ecrite) {
        assertThat(refus("v: '" + ecrite + "'", Genres.taille()))
                .isEqualTo("« v » : une taille comme « 10 Mo » (unités o, ko, Mo, Go) est attendu, pas « " + ecrite
                        + " »");
    }

    @Test
    void un_entier_tient_dans_ses_bornes_comprises() {
        assertThat(lire("v: 1", Genres.entier(1, 20))).isEqualTo(1);
        assertThat(lire("v: 20", Genres.entier(1, 20))).isEqualTo(20);
        for (var faux : List.of("0", "21", "-1", "1.5", "99999999999", "true")) {
            assertThat(refus("v: " + faux, Genres.entier(1, 20)))
                    .as(faux)
                    .isEqualTo("« v » : un nombre entier de 1 à 20 est attendu, pas " + faux
                            + " (mettez-le entre guillemets si c’est un texte)");
        }
    }

    /** Un nombre entre guillemets est un texte ; un mot sans guillemets qui ressemble à un nombre en est un. */
    @Test
    void les_guillemets_font_un_texte() {
        assertThat(lire("v: '12'", Genres.texte(10))).isEqualTo("12");
        assertThat(refus("v: 12", Genres.texte(10))).contains("pas 12 (mettez-le entre guillemets");
        assertThat(refus("v: true", Genres.texte(10))).contains("pas true (mettez-le entre guillemets");
        assertThat(refus("v: '12'", Genres.entier(0, 20))).contains("pas « 12 »");
        assertThat(lire("v: 2.50", Genres.nombre())).isEqualByComparingTo(new BigDecimal("2.5"));
        assertThat(lire("v: -3", Genres.nombre())).isEqualByComparingTo("-3");
        assertThat(refus("v: '2.5'", Genres.nombre())).contains("un nombre est attendu");
    }

    @Test
    void un_booleen_s_ecrit_true_ou_false() {
        assertThat(lire("v: true", Genres.booleen())).isTrue();
        assertThat(lire("v: false", Genres.booleen())).isFalse();
        for (var faux : List.of("oui", "yes", "True", "1", "'true'")) {
            assertThat(refus("v: " + faux, Genres.booleen())).as(faux).contains("true ou false est attendu");
        }
    }

    @Test
    void un_texte_est_ebarbe_borne_et_imprimable() {
        assertThat(lire("v: '  bonjour '", Genres.texte(10))).isEqualTo("bonjour");
        assertThat(lire("v: '" + "x".repeat(10) + "'", Genres.texte(10))).hasSize(10);
        assertThat(refus("v: '" + "x".repeat(11) + "'", Genres.texte(10))).contains("d’au plus 10 caractères");
        assertThat(refus("v: '  '", Genres.texte(10))).contains("d’au plus 10 caractères");
        assertThat(refus("v: \"a\\u0007b\"", Genres.texte(10))).contains("d’au plus 10 caractères");
        assertThat(lire("v: \"a\\nb\"", Genres.texte(10))).isEqualTo("a\nb");
        assertThat(refus("v:", Genres.texte(10))).endsWith(", il n’y a rien");
        assertThat(refus("v: [a]", Genres.texte(10))).endsWith(", pas une liste");
        assertThat(refus("v: {a: b}", Genres.texte(10))).endsWith(", pas un objet");
        assertThat(refus("v: '" + "y".repeat(61) + "'", Genres.entier(0, 1))).endsWith("est attendu");
    }

    @Test
    void un_texte_a_lire_est_compose_comme_ceux_du_site() {
        assertThat(lire("v: \"L'avis : oui\"", Genres.lisible(60))).isEqualTo("L’avis\u00a0: oui");
        assertThat(lire("v: \"L'avis : oui\"", Genres.texte(60))).isEqualTo("L'avis : oui");
    }

    @Test
    void un_mot_d_une_liste_s_ecrit_comme_elle() {
        assertThat(lire("v: vert_clair", Genres.parmi(Couleur.class, true))).isEqualTo(Couleur.VERT_CLAIR);
        assertThat(lire("v: ROUGE", Genres.parmi(Couleur.class, false))).isEqualTo(Couleur.ROUGE);
        assertThat(refus("v: ROUGE", Genres.parmi(Couleur.class, true)))
                .isEqualTo("« v » : l’un des mots rouge, vert_clair est attendu, pas « ROUGE »");
    }

    @Test
    void une_liste_a_ses_bornes_et_dit_chaque_element_faux() {
        var genre = Genres.liste(Genres.entier(0, 9), 1, 3);
        assertThat(lire("v: [1, 2, 3]", genre)).containsExactly(1, 2, 3);
        assertThat(refus("v: []", genre)).isEqualTo("« v » : de 1 à 3 éléments sont attendus, pas 0");
        assertThat(refus("v: [1, 2, 3, 4]", genre)).endsWith("pas 4");
        assertThat(refus("v: 1", genre)).isEqualTo("« v » : une liste est attendue");
        var defauts = new Defauts("f.yaml");
        fiche("v:\n  - 1\n  - 10\n  - x\n", defauts, fiche -> fiche.obligatoire("v", genre));
        assertThat(defauts.liste()).extracting(Defaut::ligne).containsExactly(3, 4);
    }

    @Test
    void un_objet_attendu_se_dit_et_ses_champs_se_lisent_a_leur_ligne() {
        var genre = Genres.fiche(fiche -> fiche.obligatoire("a", Genres.entier(0, 9)));
        assertThat(lire("v: {a: 3}", genre)).isEqualTo(3);
        for (var faux : List.of("v: 3", "v: [3]", "v:")) {
            assertThat(refus(faux, genre)).isEqualTo("« v » : un objet (des « clé: valeur ») est attendu");
        }
        var defauts = new Defauts("f.yaml");
        fiche("v:\n  a: 3\n  b: 4\n", defauts, fiche -> fiche.obligatoire("v", genre));
        assertThat(defauts.liste())
                .extracting(Defaut::toString)
                .containsExactly("f.yaml, ligne 3 : « b » n’a pas de sens ici ; vouliez-vous écrire « a » ?");
    }

    @Test
    void une_importation_refusee_ne_donne_rien_et_dit_pourquoi() {
        var defauts = new Defauts("f.yaml");
        assertThat(Importation.de("lu", defauts).sure()).isEqualTo("lu");
        defauts.ajouter(4, "faux");
        var refusee = Importation.de("lu", defauts);
        assertThat(refusee.siAcceptee()).isEqualTo(Optional.empty());
        assertThatIllegalStateException().isThrownBy(refusee::sure).withMessage("f.yaml, ligne 4 : faux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"care", "care@0", "care@01", "1care@1", "care@100000", "care@1 ", "ca re@1", "@1"})
    void une_reference_mal_ecrite_est_refusee(String texte) {
        assertThat(refus("v: '" + texte + "'", Reference.GENRE)).contains("comme « care-d1-candidature@1 »");
    }

    @Test
    void une_reference_se_relit() {
        assertThat(Reference.de("CARE-D1@12"))
                .isEqualTo(new Reference("CARE-D1", 12))
                .hasToString("CARE-D1@12");
    }

    /** Le schéma publié et la lecture ne peuvent pas se contredire : ils viennent de la même. */
    @Test
    void le_schema_dit_ce_que_la_lecture_demande() {
        var schema = JsonMapper.shared()
                .readTree(Document.schema(
                        "Essai",
                        fiche -> fiche.obligatoire("nom", Genres.texte(9))
                                + fiche.sinon("nombre", Genres.entier(1, 5), 1)
                                + fiche.sinon("liste", Genres.liste(Genres.booleen(), 0, 2), List.of())));
        assertThat(schema.at("/required").toString()).isEqualTo("[\"nom\"]");
        assertThat(schema.at("/properties/nom/maxLength").asInt()).isEqualTo(9);
        assertThat(schema.at("/properties/nombre/maximum").asInt()).isEqualTo(5);
        assertThat(schema.at("/properties/liste/items/type").asString()).isEqualTo("boolean");
        assertThat(schema.at("/unevaluatedProperties").asBoolean(true)).isFalse();
    }

    /** L'éditeur d'un auteur propose les champs du type qu'il a choisi, et d'aucun autre. */
    @Test
    void le_schema_dit_les_champs_de_chaque_variante() {
        Map<String, Function<Fiche, String>> lectures = new LinkedHashMap<>();
        lectures.put("court", fiche -> "" + fiche.obligatoire("longueur", Genres.entier(1, 9)));
        lectures.put("date", fiche -> "date");
        var schema = JsonMapper.shared()
                .readTree(Document.schema(
                        "Essai",
                        fiche -> fiche.variante("type", lectures)
                                + fiche.sinon("taille", Genres.taille(), 1L)
                                + fiche.facultatif("couleur", Genres.parmi(Couleur.class, true))));
        assertThat(schema.at("/title").asString()).isEqualTo("Essai");
        assertThat(schema.at("/required").toString()).isEqualTo("[\"type\"]");
        assertThat(schema.at("/properties/type/enum").toString()).isEqualTo("[\"court\",\"date\"]");
        assertThat(schema.at("/properties/couleur/enum").toString()).isEqualTo("[\"rouge\",\"vert_clair\"]");
        assertThat(schema.at("/properties/taille/pattern").asString()).isEqualTo("^((\\d{1,4}) (o|ko|Mo|Go))$");
        assertThat(schema.at("/allOf/0/if/properties/type/const").asString()).isEqualTo("court");
        assertThat(schema.at("/allOf/0/then/required").toString()).isEqualTo("[\"longueur\"]");
        assertThat(schema.at("/allOf/0/then/properties/longueur/minimum").asInt())
                .isEqualTo(1);
        assertThat(schema.at("/allOf/1/then/required").toString()).isEqualTo("[]");
    }

    private static <T> T fiche(String yaml, Defauts defauts, Function<Fiche, T> lecture) {
        return Document.lire(yaml, defauts).orElseThrow().fiche(defauts, lecture);
    }

    private static <T> T lire(String yaml, Genre<T> genre) {
        var defauts = new Defauts("f.yaml");
        var lu = fiche(yaml, defauts, fiche -> fiche.obligatoire("v", genre));
        assertThat(defauts.liste()).as(yaml).isEmpty();
        return lu;
    }

    private static <T> String refus(String yaml, Genre<T> genre) {
        var defauts = new Defauts("f.yaml");
        fiche(yaml, defauts, fiche -> fiche.obligatoire("v", genre));
        assertThat(defauts.liste()).as(yaml).hasSize(1);
        return defauts.liste().getFirst().raison();
    }
}
