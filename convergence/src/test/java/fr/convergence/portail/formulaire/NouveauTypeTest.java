package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.question.Date;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.TypeBloc;
import fr.convergence.portail.question.TypesQuestion;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ajouter un type, c'est une classe et une ligne : « période » n'existe que dans ce test, et tout le moteur la sert. */
@Tag("FRM-2")
final class NouveauTypeTest {

    record Periode(boolean memeAnnee) implements TypeBloc {

        private static final Date DATE = new Date(Optional.empty(), Optional.empty());

        Periode(Fiche fiche) {
            this(fiche.sinon("meme_annee", Genres.booleen(), false));
        }

        @Override
        public String code() {
            return "periode";
        }

        @Override
        public List<Partie> parties() {
            return List.of(new Partie("debut", "periode.debut", DATE), new Partie("fin", "periode.fin", DATE));
        }

        @Override
        public Map<String, Message> controlerEnsemble(Valeur valeur) {
            var debut = valeur.partie("debut");
            var fin = valeur.partie("fin");
            if (debut.estVide() || fin.estVide()) {
                return Map.of();
            }
            var aLEnvers = fin.texte().compareTo(debut.texte()) < 0;
            var autreAnnee = !fin.texte().substring(0, 4).equals(debut.texte().substring(0, 4));
            return aLEnvers || memeAnnee && autreAnnee ? Map.of("fin", new Message("periode.fin.refusee")) : Map.of();
        }
    }

    private static final Formulaires FORMULAIRES =
            new Formulaires(TypesQuestion.standard().avec(Periode::new), FaitsConnus.VOCABULAIRE);

    private static final String TEXTE = """
            formulaire: essai@1
            sections:
              - titre: Dépenses
                questions:
                  - {id: depenses, type: periode, libelle: Période des dépenses, meme_annee: true, obligatoire: true}
                  - {id: pourquoi, type: texte_court, libelle: Pourquoi, si: depenses.debut < '2025-12-19', obligatoire: true}
            """;

    private static final Formulaire FORMULAIRE =
            FORMULAIRES.importer("essai.yaml", TEXTE).sure();

    @Test
    void le_moteur_la_lit_la_compte_la_controle_et_la_donne_aux_conditions() {
        assertThat(FORMULAIRE.definition().question("depenses").orElseThrow().type())
                .isEqualTo(new Periode(true));
        assertThat(evaluer(Reponses.aucune()).obligatoires()).isEqualTo(2);

        var envers = evaluer(reponses("01/03/2026", "01/02/2026"));
        assertThat(envers.erreurs().de("depenses.fin")).isEqualTo(new Message("periode.fin.refusee"));
        assertThat(envers.repondues()).isEqualTo(1);

        var ancienne = evaluer(reponses("01/03/2025", "01/04/2025"));
        assertThat(ancienne.restantes()).extracting(QuestionRestante::champ).containsExactly("pourquoi");
        assertThat(evaluer(reponses("01/03/2026", "01/04/2026")).transmissible())
                .isTrue();
    }

    @Test
    void ses_differences_se_lisent() {
        var avant = sceller(reponses("01/03/2026", "01/04/2026"));
        var apres = sceller(reponses("01/03/2026", "02/04/2026"));
        assertThat(apres.depuis(avant, FORMULAIRE.definition()).getFirst().ecarts())
                .containsExactly(new Difference.Ecart(
                        new Message("periode.fin"), List.of("1er avril 2026"), List.of("2 avril 2026")));
    }

    @Test
    void le_schema_la_connait_et_ses_reglages_inconnus_sont_refuses() {
        assertThat(FORMULAIRES.schema()).contains("\"periode\"").contains("\"meme_annee\"");
        assertThat(FORMULAIRES
                        .importer("essai.yaml", TEXTE.replace("meme_annee: true", "meme_mois: true"))
                        .defauts()
                        .getFirst()
                        .raison())
                .contains("« meme_mois » n’a pas de sens ici");
        assertThat(Formulaires.standard()
                        .importer("essai.yaml", TEXTE)
                        .defauts()
                        .getFirst()
                        .raison())
                .contains("« periode » est inconnu");
    }

    private static Evaluation evaluer(Reponses reponses) {
        return FORMULAIRE.evaluer(reponses, Faits.de(FORMULAIRES.faits(), Map.of()));
    }

    private static EditionScellee sceller(Reponses reponses) {
        return EditionScellee.sceller(FORMULAIRE, evaluer(reponses), List.of());
    }

    private static Reponses reponses(String debut, String fin) {
        var saisie = Saisie.de("depenses", Map.of("depenses.debut", List.of(debut), "depenses.fin", List.of(fin)));
        var valeur = FORMULAIRE
                .definition()
                .question("depenses")
                .orElseThrow()
                .type()
                .lire(saisie);
        return new Reponses(Map.of("depenses", new Reponse(valeur, 1, Instant.EPOCH, "claire")));
    }
}
