package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.convergence.portail.expression.Nature;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.lieu.Maille;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ce qu'un tableau demande ligne par ligne, ce qu'il en calcule, et ce qui s'en lit. */
@Tag("FRM-2")
final class TableauEntitesTest {

    private static final Lot AUCH = new Lot(new Finess("320780117"), "CH D'AUCH");
    private static final Lot CONDOM = new Lot(new Finess("320780133"), "CH DE CONDOM");
    private static final String FICHIER = "01890a5d-ac96-774b-bcce-b302099a8057";

    private static final Question ACTIVITE = colonne(
            "activite", new Nombre(0, Optional.of(BigDecimal.ZERO), Optional.empty(), Optional.of("séjours")), true);
    private static final Question COUVERTE = colonne("couverte", new OuiNon(), true);
    private static final Question DEPENSE =
            colonne("depense", new Montant(Optional.of(BigDecimal.ZERO), Optional.empty()), false);
    private static final Question PREUVE =
            colonne("preuve", new Piece(List.of("pdf"), 1_000, 2, Optional.empty(), Optional.empty()), false);

    private static final Calcule TOTAL = new Calcule("total_activite", "Total", ACTIVITE, Optional.empty());
    private static final Calcule DEPENSES = new Calcule("total_depense", "Dépenses", DEPENSE, Optional.empty());
    private static final Calcule PART = new Calcule("part", "Part", ACTIVITE, Optional.of(COUVERTE));
    private static final TableauEntites TABLEAU = new TableauEntites(
            Maille.ENTITES, List.of(ACTIVITE, COUVERTE, DEPENSE, PREUVE), List.of(TOTAL, DEPENSES, PART));
    private static final Question QUESTION =
            new Question("t", "Entités", Optional.empty(), TABLEAU, true, Optional.empty());

    @Test
    void seules_les_colonnes_obligatoires_d_une_question_obligatoire_comptent() {
        var deux = new Valeur.Tableau(List.of(ligne(AUCH), ligne(CONDOM)));
        var facultative = new Question("t", "Entités", Optional.empty(), TABLEAU, false, Optional.empty());
        assertThat(QUESTION.compte(deux)).isEqualTo(4);
        assertThat(QUESTION.compte(new Valeur.Tableau(List.of()))).isZero();
        assertThat(facultative.compte(deux)).isZero();
        assertThat(QUESTION.places(deux)).extracting(Question::obligatoire).containsSubsequence(true, true, false);
        assertThat(QUESTION.places(deux).getFirst().obligatoire()).isTrue();
        assertThat(QUESTION.places(deux).get(2).obligatoire()).isFalse();
        assertThat(facultative.places(deux)).extracting(Question::obligatoire).containsOnly(false);
    }

    @Test
    void une_cellule_se_nomme_de_son_entite_et_de_sa_colonne() {
        var places = QUESTION.places(new Valeur.Tableau(List.of(ligne(AUCH))));
        assertThat(places)
                .extracting(Question::id)
                .containsExactly("320780117/activite", "320780117/couverte", "320780117/depense", "320780117/preuve");
        assertThat(places.getFirst().libelle()).isEqualTo("CH D'AUCH – activite");
        assertThat(places.getFirst().emplacement()).isEqualTo(Emplacement.dans(AUCH.finess(), "activite"));
        assertThat(QUESTION.champ("320780117/activite")).isEqualTo("320780117/activite");
        assertThat(QUESTION.champ("")).isEqualTo("t");
    }

    /** Une cellule que le journal nomme encore, d'une entité partie ou d'une colonne qui n'est pas à ce tableau. */
    @Test
    void les_cellules_designees_sont_celles_des_colonnes_du_tableau() {
        var cles = Stream.of("320780133/couverte", "320780117/activite", "320780117/autre", "iban", "activite");
        assertThat(QUESTION.cellules(Stream.of("320780117/autre", "activite"), Finess::valeur))
                .isEmpty();
        assertThat(QUESTION.cellules(cles, finess -> "EJ " + finess.valeur()))
                .extracting(Question::libelle)
                .containsExactly("EJ 320780117 – activite", "EJ 320780133 – couverte");
    }

    /** Enregistrer un tableau d'un bloc écraserait ce qu'un autre onglet vient d'écrire dans une cellule. */
    @Test
    void un_tableau_ne_se_lit_jamais_d_un_bloc() {
        assertThat(TABLEAU.lire(new Saisie(Map.of("", List.of("forgé"))))).isEqualTo(Valeur.VIDE);
    }

    @Test
    void une_cellule_fausse_se_dit_a_sa_place_et_une_vide_ne_se_dit_pas() {
        var valeur = new Valeur.Tableau(
                List.of(ligne(AUCH, "activite", "-1", "couverte", "oui"), ligne(CONDOM, "couverte", "peut-être")));
        assertThat(TABLEAU.controler(valeur))
                .containsExactly(
                        Map.entry("320780117/activite", new Message("question.nombre.min", "0")),
                        Map.entry("320780133/couverte", new Message("question.choix.inconnu")));
    }

    /** Une cellule fausse ou vide ne pèse rien dans ce qui s'affiche, et ôte toute valeur à ce qui se juge. */
    @ParameterizedTest
    @CsvSource({
        "700, oui, 300, non, 1000, 70.0",
        "700, non, 300, non, 1000, 0.0",
        "700, oui, 300, oui, 1000, 100.0",
        "0, oui, 0, oui, 0, 0.0",
        "2, oui, 1, non, 3, 66.66",
        "1, oui, 2, non, 3, 33.33"
    })
    void un_total_et_une_part_se_calculent(
            String auch, String auchCouverte, String condom, String condomCouverte, long total, double part) {
        var valeur = new Valeur.Tableau(List.of(
                ligne(AUCH, "activite", auch, "couverte", auchCouverte),
                ligne(CONDOM, "activite", condom, "couverte", condomCouverte)));
        assertThat(TABLEAU.variables("t", valeur, Set.of()))
                .containsEntry("t.total_activite", total)
                .containsEntry("t.part", part)
                .containsEntry("t.lignes", 2L);
    }

    @Test
    void ce_qui_manque_ou_est_faux_laisse_le_calcul_inconnu() {
        var manque = new Valeur.Tableau(
                List.of(ligne(AUCH, "activite", "700", "couverte", "oui"), ligne(CONDOM, "couverte", "non")));
        assertThat(TABLEAU.variables("t", manque, Set.of())).containsOnlyKeys("t.lignes", "t.total_depense");

        var sansAvis = new Valeur.Tableau(
                List.of(ligne(AUCH, "activite", "700", "couverte", "oui"), ligne(CONDOM, "activite", "300")));
        assertThat(TABLEAU.variables("t", sansAvis, Set.of()))
                .as("le total ne regarde pas la couverture")
                .containsOnlyKeys("t.lignes", "t.total_depense", "t.total_activite");

        var faux =
                new Valeur.Tableau(List.of(ligne(AUCH, "activite", "700", "couverte", "oui", "depense", "beaucoup")));
        assertThat(TABLEAU.variables("t", faux, TABLEAU.controler(faux).keySet()))
                .containsOnlyKeys("t.lignes", "t.total_activite", "t.part");
    }

    @Test
    void une_depense_facultative_manquante_vaut_zero_dans_son_total() {
        var valeur = new Valeur.Tableau(List.of(ligne(AUCH, "depense", "10.50"), ligne(CONDOM)));
        assertThat(TABLEAU.variables("t", valeur, Set.of())).containsEntry("t.total_depense", 1050L);
        assertThat(DEPENSES.nature()).isEqualTo(Nature.MONTANT);
        assertThat(TOTAL.nature()).isEqualTo(Nature.ENTIER);
        assertThat(PART.nature()).isEqualTo(Nature.DECIMAL);
    }

    /** Sans aucune entité, un total est nul et une part n'existe pas : aucun seuil ne s'y juge. */
    @Test
    void sans_ligne_une_part_n_a_pas_de_valeur() {
        var vide = new Valeur.Tableau(List.of());
        assertThat(TABLEAU.variables("t", vide, Set.of()))
                .isEqualTo(Map.of("t.lignes", 0L, "t.total_activite", 0L, "t.total_depense", 0L));
        assertThat(TABLEAU.syntheses(vide))
                .extracting(LigneDeReponse::textes)
                .containsExactly(List.of("0\u00a0séjours"), List.of("0,00\u00a0€"), List.of());
    }

    @Test
    void ce_qui_est_calcule_s_ecrit_avec_son_unite_apres_les_cellules() {
        var valeur = new Valeur.Tableau(List.of(
                ligne(AUCH, "activite", "1200", "couverte", "oui", "depense", "39380.00"),
                ligne(CONDOM, "activite", "x", "couverte", "non")));
        assertThat(TABLEAU.syntheses(valeur))
                .extracting(LigneDeReponse::partie, LigneDeReponse::libelle, LigneDeReponse::textes)
                .containsExactly(
                        ecrite("total_activite", "Total", "1\u00a0200\u00a0séjours"),
                        ecrite("total_depense", "Dépenses", "39\u00a0380,00\u00a0€"),
                        ecrite("part", "Part", "100\u00a0%"));
        assertThat(TABLEAU.lignes("Entités", valeur))
                .hasSize(11)
                .endsWith(TABLEAU.syntheses(valeur).toArray(LigneDeReponse[]::new))
                .contains(
                        new LigneDeReponse("320780133/activite", Message.brut("CH DE CONDOM – activite"), List.of("x")))
                .contains(new LigneDeReponse("320780133/depense", Message.brut("CH DE CONDOM – depense"), List.of()));
    }

    @Test
    void ses_fichiers_sont_ceux_de_toutes_ses_cellules() {
        var valeur = new Valeur.Tableau(List.of(
                new Valeur.Ligne(AUCH, Map.of("preuve", new Valeur.Liste(List.of(FICHIER)))), ligne(CONDOM)));
        assertThat(TABLEAU.fichiers(valeur)).containsExactly(FICHIER);
        assertThat(TABLEAU.recoitDesFichiers()).isTrue();
        assertThat(new TableauEntites(Maille.EJ, List.of(ACTIVITE), List.of()).recoitDesFichiers())
                .isFalse();
        assertThat(PREUVE.type().recoitDesFichiers()).isTrue();
        assertThat(ACTIVITE.type().recoitDesFichiers()).isFalse();
    }

    /** Le vérificateur et le reçu voient un tableau, les fichiers par leur nom, une case vide où rien n'est répondu. */
    @Test
    void il_se_lit_en_tableau_la_ou_l_on_n_y_repond_pas() {
        UnaryOperator<String> noms = texte -> texte.equals(FICHIER) ? "preuve.pdf" : texte;
        var valeur = new Valeur.Tableau(List.of(new Valeur.Ligne(
                AUCH, Map.of("couverte", Valeur.simple("oui"), "preuve", new Valeur.Liste(List.of(FICHIER))))));
        var lu = TableauEntites.lu(QUESTION, valeur, noms).orElseThrow();
        assertThat(lu.colonnes())
                .extracting(Question::libelle)
                .containsExactly("activite", "couverte", "depense", "preuve");
        assertThat(lu.lignes())
                .containsExactly(new TableauEntites.Lu.LigneLue(
                        AUCH, List.of(List.of(), List.of("Oui"), List.of(), List.of("preuve.pdf"))));
        assertThat(lu.syntheses()).hasSize(3);
        assertThat(TableauEntites.lu(QUESTION, new Valeur.Tableau(List.of()), noms))
                .isEmpty();
        assertThat(TableauEntites.lu(COUVERTE, valeur, noms)).isEmpty();
    }

    @Test
    void une_cellule_propose_les_reponses_de_sa_colonne() {
        var options = List.of(new Option("a", "A"), new Option("b", "B"));
        assertThat(TableauEntites.choix(COUVERTE, "Oui", "Non"))
                .containsExactly(new Choix("oui", "Oui"), new Choix("non", "Non"));
        for (var type : List.of(new ChoixUnique(options), new ChoixMultiple(options, 2))) {
            assertThat(TableauEntites.choix(colonne("c", type, false), "Oui", "Non"))
                    .containsExactly(new Choix("a", "A"), new Choix("b", "B"));
        }
        assertThat(TableauEntites.choix(ACTIVITE, "Oui", "Non")).isEmpty();
    }

    /** Les lignes sont les entités du candidat aujourd'hui : une réponse gardée d'une autre n'en fait pas une. */
    @Test
    void les_lignes_sont_les_entites_de_sa_maille() {
        var faits = Faits.de(Vocabulaire.de(), Map.of())
                .avec(maille -> maille == Maille.EJ ? List.of(CONDOM) : List.of(AUCH, CONDOM));
        var gardees = Map.of(
                Emplacement.dans(CONDOM.finess(), "activite"), Valeur.simple("3"),
                Emplacement.dans(new Finess("750712184"), "activite"), Valeur.simple("9"));
        var parEj = new TableauEntites(Maille.EJ, List.of(ACTIVITE), List.of());
        assertThat(TABLEAU.reunir("t", faits, place -> gardees.getOrDefault(place, Valeur.VIDE)))
                .isEqualTo(new Valeur.Tableau(List.of(ligne(AUCH), ligne(CONDOM, "activite", "3"))));
        assertThat(parEj.reunir("t", faits, place -> gardees.getOrDefault(place, Valeur.VIDE)))
                .isEqualTo(new Valeur.Tableau(List.of(ligne(CONDOM, "activite", "3"))));
    }

    @Test
    void un_tableau_sans_rien_de_rempli_est_vide() {
        assertThat(new Valeur.Tableau(List.of(ligne(AUCH), ligne(CONDOM))).estVide())
                .isTrue();
        assertThat(new Valeur.Tableau(List.of(ligne(AUCH), ligne(CONDOM, "activite", "3"))).estVide())
                .isFalse();
        assertThat(new Valeur.Tableau(List.of(ligne(AUCH))).memeQue(Valeur.VIDE))
                .isTrue();
        assertThat(new Valeur.Tableau(List.of(ligne(AUCH, "activite", "3"))).partie("320780117/activite"))
                .isEqualTo(Valeur.simple("3"));
        assertThat(new Valeur.Tableau(List.of(ligne(AUCH, "activite", "3"))).partie("32078011/activite"))
                .isEqualTo(Valeur.VIDE);
    }

    private static Tuple ecrite(String nom, String libelle, String texte) {
        return tuple(nom, Message.brut(libelle), List.of(texte));
    }

    private static Valeur.Ligne ligne(Lot lot, String... cellules) {
        var parColonne = new TreeMap<String, Valeur>();
        for (var i = 0; i < cellules.length; i += 2) {
            parColonne.put(cellules[i], Valeur.simple(cellules[i + 1]));
        }
        return new Valeur.Ligne(lot, parColonne);
    }

    private static Question colonne(String id, TypeSimple type, boolean obligatoire) {
        return new Question(id, id, Optional.empty(), type, obligatoire, Optional.empty());
    }
}
