package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un tableau par entité : ses lignes, son compte, ses totaux et ses parts, ce qui s'en transmet. */
@Tag("FRM-2")
final class TableauEntitesTest {

    private static final Lot AUCH = new Lot(new Finess("320780117"), "CH D'AUCH");
    private static final Lot CONDOM = new Lot(new Finess("320780133"), "CH DE CONDOM");

    private static final String TEXTE = """
            formulaire: essai-entites@1
            sections:
              - id: entites
                titre: Entités
                questions:
                  - id: entites
                    type: tableau_entites
                    libelle: Entités couvertes
                    obligatoire: true
                    colonnes:
                      - {id: activite, libelle: Activité, type: nombre, min: 0, obligatoire: true}
                      - {id: couverture, libelle: Couverte, type: oui_non, obligatoire: true}
                      - {id: remarque, libelle: Remarque, type: texte_court, longueur_max: 10}
                      - {id: preuve, libelle: Preuve, type: piece, formats: [pdf]}
                    totaux: [activite]
                    parts:
                      - {id: part_couverte, libelle: Part couverte, de: activite, si: couverture}
                  - {id: pourquoi, type: texte_court, libelle: Pourquoi, si: entites.total_activite > 100, obligatoire: true}
            controles:
              - {si: entites.part_couverte < 66, sur: entites, message: Couvrez au moins 66 % de l'activité.}
            """;

    private static final Formulaire FORMULAIRE =
            Formulaires.standard().importer("essai.yaml", TEXTE).sure();

    private final Map<String, Reponse> reponses = new HashMap<>();

    @Test
    void un_formulaire_qu_une_page_ne_pourrait_pas_envoyer_ne_se_publie_pas() {
        assertThat(Formulaires.standard().importer("tableaux.yaml", tableaux(4, 8)))
                .isInstanceOf(Importation.Acceptee.class);
        assertThat(Formulaires.standard().importer("tableaux.yaml", tableaux(5, 8)))
                .isInstanceOfSatisfying(
                        Importation.Refusee.class,
                        refus -> assertThat(refus.toString()).contains("jusqu’à 2000 champs", "1980 au plus"));
    }

    /** Le vérificateur désigne une question, ou une ligne : deux cents par tableau, d'un seul envoi. */
    @Test
    void ni_un_formulaire_dont_on_ne_pourrait_pas_designer_chaque_ligne() {
        assertThat(Formulaires.standard().importer("tableaux.yaml", tableaux(9, 2)))
                .isInstanceOf(Importation.Acceptee.class);
        assertThat(Formulaires.standard().importer("tableaux.yaml", tableaux(10, 2)))
                .isInstanceOfSatisfying(
                        Importation.Refusee.class,
                        refus -> assertThat(refus.toString()).contains("jusqu’à 2010 champs", "1980 au plus"));
    }

    /** Chacun de huit colonnes, quatre cents champs par page. */
    private static String tableaux(int nombre, int colonnes) {
        var texte = new StringBuilder("formulaire: tableaux@1\nsections:\n  - titre: Tableaux\n    questions:\n");
        for (var tableau = 0; tableau < nombre; tableau++) {
            texte.append("      - id: t%d\n        type: tableau_entites\n        libelle: T\n        colonnes:\n"
                    .formatted(tableau));
            for (var colonne = 0; colonne < colonnes; colonne++) {
                texte.append("          - {id: t%dc%d, libelle: C, type: nombre}\n".formatted(tableau, colonne));
            }
        }
        return texte.toString();
    }

    @Test
    void chaque_cellule_obligatoire_compte_pour_une_question() {
        assertThat(evaluer(AUCH).obligatoires()).isEqualTo(2);
        var vide = evaluer(AUCH, CONDOM);
        assertThat(vide.obligatoires()).isEqualTo(4);
        assertThat(vide.repondues()).isZero();
        assertThat(vide.restantes()).singleElement().satisfies(restante -> {
            assertThat(restante.champ()).isEqualTo("320780117/activite");
            assertThat(restante.nombre()).isEqualTo(4);
        });

        remplir(AUCH, "700", "oui");
        repondre(CONDOM, "couverture", "non");

        assertThat(evaluer(AUCH, CONDOM).repondues()).isEqualTo(3);
        assertThat(evaluer(AUCH, CONDOM).restantes())
                .extracting(QuestionRestante::libelle)
                .containsExactly(Message.brut("CH DE CONDOM – Activité"));
    }

    @Test
    void le_seuil_se_juge_sur_la_part_calculee_quand_tout_est_repondu() {
        remplir(AUCH, "659", "oui");
        assertThat(evaluer(AUCH, CONDOM).erreurs().vides())
                .as("rien n'est établi")
                .isTrue();

        remplir(CONDOM, "341", "non");
        repondre("pourquoi", "Parce que");
        var dessous = evaluer(AUCH, CONDOM);
        assertThat(dessous.erreurs().de("entites"))
                .isEqualTo(Message.brut("Couvrez au moins 66\u00a0% de l’activité."));
        assertThat(dessous.transmissible()).isFalse();
        assertThat(dessous.repondues()).isEqualTo(dessous.obligatoires() - 1);

        remplir(AUCH, "660", "oui");
        remplir(CONDOM, "340", "non");
        assertThat(evaluer(AUCH, CONDOM).transmissible()).isTrue();
    }

    @Test
    void une_cellule_facultative_fausse_empeche_de_transmettre_et_se_dit_a_sa_place() {
        remplir(AUCH, "10", "oui");
        repondre(AUCH, "remarque", "bien trop long");
        var evaluation = evaluer(AUCH);
        assertThat(evaluation.transmissible()).isFalse();
        assertThat(evaluation.restantes()).isEmpty();
        assertThat(evaluation.aFaire()).extracting(QuestionRestante::champ).containsExactly("320780117/remarque");
    }

    @Test
    void ce_qui_est_repondu_pour_une_entite_d_un_autre_ne_compte_pas() {
        remplir(AUCH, "10", "oui");
        remplir(CONDOM, "90", "non");
        assertThat(evaluer(AUCH).transmissible()).isTrue();
        assertThat(evaluer(AUCH).place("320780133/activite")).isEmpty();
        assertThat(evaluer(AUCH).place("320780117/activite")).isPresent();
    }

    @Test
    void ce_qui_est_transmis_se_relit_et_se_compare_ligne_par_ligne_meme_quand_l_entite_est_partie() {
        remplir(AUCH, "12", "oui");
        remplir(CONDOM, "1", "non");
        var premiere = EditionScellee.lire(sceller(AUCH, CONDOM).canonique());
        assertThat(premiere.valeur("entites").lignes())
                .extracting(Valeur.Ligne::lot)
                .containsExactly(AUCH, CONDOM);

        remplir(AUCH, "14", "oui");
        var seconde = EditionScellee.lire(sceller(AUCH).canonique());

        var ecarts =
                seconde.depuis(premiere, FORMULAIRE.definition()).getFirst().ecarts();
        assertThat(ecarts)
                .contains(
                        ecart("CH D'AUCH – Activité", List.of("12"), List.of("14")),
                        ecart("CH DE CONDOM – Activité", List.of("1"), List.of()),
                        ecart("Total – Activité", List.of("13"), List.of("14")),
                        ecart("Part couverte", List.of("92,3\u00a0%"), List.of("100\u00a0%")));
        assertThat(ecarts).extracting(Difference.Ecart::libelle).doesNotContain(Message.brut("CH D'AUCH – Couverte"));
    }

    @Test
    void une_colonne_ne_prend_pas_le_nom_d_une_autre_question_ni_ne_change_de_type() {
        assertThat(refus(TEXTE.replace("id: remarque", "id: pourquoi"))).contains("« pourquoi » est déjà");
        assertThat(refus(TEXTE.replace("totaux: [activite]", "totaux: [couverture]")))
                .contains("« couverture » n’est pas une colonne qui convient : il faut un nombre ou un montant");
        assertThat(refus(TEXTE.replace("si: couverture", "si: remarque"))).contains("il faut un oui_non");
        assertThat(refus(TEXTE.replace("type: nombre, min: 0", "type: nombre"))).contains("positif ou nul");
        assertThat(refus(TEXTE.replace("id: part_couverte", "id: total_activite")))
                .contains("déjà le nom d’un calcul");
        assertThat(refus(TEXTE.replace("type: oui_non", "type: contact"))).contains("« contact » est inconnu");
        assertThat(Formulaires.standard()
                        .importer(
                                "essai.yaml",
                                TEXTE.replace("essai-entites@1", "essai-entites@2")
                                        .replace("type: texte_court, longueur_max: 10", "type: date"),
                                List.of(FORMULAIRE))
                        .defauts()
                        .getFirst()
                        .raison())
                .contains("« remarque » était de type texte_court dans un tableau");
    }

    private static Difference.Ecart ecart(String libelle, List<String> retires, List<String> ajoutes) {
        return new Difference.Ecart(Message.brut(libelle), retires, ajoutes);
    }

    private static String refus(String texte) {
        return Formulaires.standard()
                .importer("essai.yaml", texte)
                .defauts()
                .getFirst()
                .raison();
    }

    private EditionScellee sceller(Lot... lots) {
        return EditionScellee.sceller(FORMULAIRE, evaluer(lots), List.of());
    }

    private Evaluation evaluer(Lot... lots) {
        return FORMULAIRE.evaluer(
                new Reponses(reponses),
                Faits.de(FaitsConnus.VOCABULAIRE, Map.of()).avec(_ -> List.of(lots)));
    }

    private void remplir(Lot lot, String activite, String couverture) {
        repondre(lot, "activite", activite);
        repondre(lot, "couverture", couverture);
    }

    private void repondre(Lot lot, String colonne, String saisie) {
        repondre(lot.finess() + "/" + colonne, saisie);
    }

    private void repondre(String place, String saisie) {
        var question = FORMULAIRE
                .definition()
                .question(Emplacement.lire(place), Finess::valeur)
                .orElseThrow();
        var valeur = question.type().lire(Saisie.de(place, Map.of(place, List.of(saisie))));
        reponses.put(place, new Reponse(valeur, 1, Instant.EPOCH, "claire"));
    }
}
