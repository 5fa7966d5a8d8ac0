package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Defaut;
import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Document;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chaque borne, des deux côtés et juste dessus ; et ce qu'un auteur de formulaire peut en écrire. */
@Tag("FRM-2")
final class BornesDesTypesTest {

    private static final TypesQuestion TYPES = TypesQuestion.standard();

    @ParameterizedTest
    @CsvSource({"-0.01, question.nombre.min", "0,", "0.01,", "99.99,", "100,", "100.01, question.nombre.max"})
    void un_nombre_et_un_montant_valent_leurs_bornes(String saisie, String refus) {
        var zero = Optional.of(BigDecimal.ZERO);
        var cent = Optional.of(new BigDecimal("100"));
        assertThat(refus(new Nombre(2, zero, cent, Optional.empty()), saisie)).isEqualTo(refus);
        assertThat(refus(new Montant(zero, cent), saisie)).isEqualTo(refus);
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/2025, question.date.min",
        "01/01/2026,",
        "31/12/2026,",
        "01/01/2027, question.date.max",
        "29/02/2026, identifiant.jour.inexistant"
    })
    void une_date_vaut_ses_bornes(String saisie, String refus) {
        var date = new Date(Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 12, 31)));
        assertThat(refus(date, saisie)).isEqualTo(refus);
    }

    @Test
    void la_borne_depassee_se_lit_dans_le_refus() {
        var montant = new Montant(Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal("39380")));
        assertThat(montant.refus(new Valeur.Simple("39380.01")))
                .contains(new Message("question.nombre.max", "39\u00a0380,00\u00a0€"));
        var nombre = new Nombre(0, Optional.of(new BigDecimal("1000")), Optional.empty(), Optional.empty());
        assertThat(nombre.refus(new Valeur.Simple("999"))).contains(new Message("question.nombre.min", "1\u00a0000"));
        assertThat(montant.refus(montant.lire(List.of("39.380"))))
                .contains(new Message("question.nombre.ambigu", "39\u00a0380", "39,38"));
    }

    @Test
    void un_texte_et_un_choix_ont_leur_longueur() {
        assertThat(refus(new TexteCourt(5), "cinq!")).isNull();
        assertThat(refus(new TexteCourt(5), "six ok")).isEqualTo("question.texte.long");
        assertThat(refus(new TexteCourt(9, true), "12 bis")).isNull();
        assertThat(refus(new TexteCourt(9, true), "12 / 3")).isEqualTo("question.texte.lettre");
        var options = List.of(new Option("a", "A"), new Option("b", "B"), new Option("c", "C"));
        var deux = new ChoixMultiple(options, 2);
        assertThat(deux.refus(deux.lire(List.of("a", "b")))).isEmpty();
        assertThat(deux.refus(deux.lire(List.of("a", "b", "c")))).contains(new Message("question.choix.trop", 2));
        assertThat(deux.refus(deux.lire(List.of("a", "z")))).map(Message::cle).contains("question.choix.inconnu");
        assertThat(deux.textes(deux.lire(List.of("b", "a")))).containsExactlyInAnyOrder("A", "B");
        assertThat(deux.possibles()).containsExactly("a", "b", "c");
    }

    /** Une expression compare des centimes, des entiers ou des décimaux : jamais des textes qui y ressemblent. */
    @Test
    void chaque_type_dit_ce_qu_il_vaut_dans_une_expression() {
        var entier = new Nombre(0, Optional.empty(), Optional.empty(), Optional.empty());
        var taux = new Nombre(1, Optional.empty(), Optional.empty(), Optional.empty());
        var montant = new Montant(Optional.empty(), Optional.empty());
        assertThat(entier.nature()).isEqualTo(Nature.ENTIER);
        assertThat(taux.nature()).isEqualTo(Nature.DECIMAL);
        assertThat(montant.nature()).isEqualTo(Nature.MONTANT);
        assertThat(entier.variables("q", new Valeur.Simple("12"), Set.of())).isEqualTo(Map.of("q", 12L));
        assertThat(taux.variables("q", new Valeur.Simple("1.5"), Set.of())).isEqualTo(Map.of("q", 1.5));
        assertThat(montant.variables("q", new Valeur.Simple("0.29"), Set.of())).isEqualTo(Map.of("q", 29L));
        assertThat(montant.variables("q", new Valeur.Simple("0.29"), Set.of("")))
                .isEmpty();
        assertThat(montant.variables("q", Valeur.VIDE, Set.of())).isEmpty();
    }

    @Test
    void une_question_se_lit_avec_son_type_et_compte_pour_ses_parties() {
        var contact = question("{id: dsi, type: contact, libelle: DSI, obligatoire: true}");
        assertThat(contact.compte(Valeur.VIDE)).isEqualTo(4);
        assertThat(contact.champ("nom")).isEqualTo("dsi.nom");
        assertThat(contact.champ("")).isEqualTo("dsi");
        assertThat(question("{id: dsi, type: contact, libelle: DSI}").compte(Valeur.VIDE))
                .isZero();
        assertThat(question("{id: m, type: montant, libelle: Montant, max: 10}").type())
                .isEqualTo(new Montant(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.TEN)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: M, type: montant, libelle: x} | « id » : un mot en minuscules, chiffres et _ est attendu, pas « M »",
                "{id: m, type: montan, libelle: x} | « type » : « montan » est inconnu ; vouliez-vous écrire « montant » ?",
                "{id: m, type: montant, libelle: x, min: 5, max: 4} | « max » : plus petit que « min » : aucune réponse ne conviendrait",
                "{id: m, type: date, libelle: x, min: 2026-02-01, max: 2026-01-01} | « max » : avant « min » : aucune réponse ne conviendrait",
                "{id: m, type: nombre, libelle: x, decimales: 7} | « decimales » : un nombre entier de 0 à 6 est attendu, pas 7 (mettez-le entre guillemets si c’est un texte)",
                "{id: m, type: piece, libelle: x} | « formats » manque",
                "{id: m, type: texte_court, libelle: x, longueur_max: 501} | « longueur_max » : un nombre entier de 1 à 500 est attendu, pas 501 (mettez-le entre guillemets si c’est un texte)",
                "{id: m, type: texte_court} | « libelle » manque",
            })
    void une_question_mal_ecrite_est_refusee_avec_sa_raison(String yaml, String raison) {
        var defauts = new Defauts("f.yaml");
        Document.lire(yaml, defauts).orElseThrow().fiche(defauts, fiche -> Question.lire(fiche, TYPES));
        assertThat(defauts.liste()).extracting(Defaut::raison).contains(raison);
    }

    @Test
    void des_bornes_egales_se_lisent() {
        assertThat(question("{id: m, type: nombre, libelle: x, min: 4, max: 4}").type())
                .isEqualTo(new Nombre(
                        0, Optional.of(new BigDecimal("4")), Optional.of(new BigDecimal("4")), Optional.empty()));
        assertThat(question("{id: m, type: date, libelle: x, min: 2026-01-01, max: 2026-01-01}")
                        .type()
                        .code())
                .isEqualTo("date");
    }

    /** Deux réponses se comparent partie par partie : seul ce qui diffère se dit. */
    @Test
    void une_difference_ne_dit_que_les_parties_qui_changent() {
        var contact = question("{id: dsi, type: contact, libelle: DSI}");
        var avant = new Valeur.Bloc(Map.of("nom", Valeur.simple("Martin"), "prenom", Valeur.simple("Claire")));
        var apres = new Valeur.Bloc(Map.of("nom", Valeur.simple("Durand"), "prenom", Valeur.simple("Claire")));
        assertThat(contact.ecrit(apres, avant)).singleElement().satisfies(saisi -> {
            assertThat(saisi.libelle()).isEqualTo(new Message("question.contact.nom.de", "DSI"));
            assertThat(saisi.texte()).isEqualTo("Durand");
        });
        assertThat(contact.ecrit(avant, avant)).isEmpty();
        assertThat(contact.ecrit(Valeur.VIDE, new Valeur.Bloc(Map.of("nom", Valeur.VIDE))))
                .isEmpty();
    }

    @Test
    void une_saisie_ne_prend_que_les_champs_de_sa_question() {
        var saisie = Saisie.de(
                "dsi",
                Map.of("dsi", List.of("a"), "dsi.nom", List.of("b"), "dsinom", List.of("c"), "r.dsi", List.of("1")));
        assertThat(saisie.parties()).isEqualTo(Map.of("", List.of("a"), "nom", List.of("b")));
        assertThat(saisie.partie("prenom")).isEmpty();
    }

    private static Question question(String yaml) {
        var defauts = new Defauts("f.yaml");
        var lue = Document.lire(yaml, defauts).orElseThrow().fiche(defauts, fiche -> Question.lire(fiche, TYPES));
        assertThat(defauts.liste()).isEmpty();
        return lue;
    }

    private static @Nullable String refus(TypeSimple type, String saisie) {
        var refus = type.controler(type.lire(List.of(saisie))).get("");
        return refus == null ? null : refus.cle();
    }
}
