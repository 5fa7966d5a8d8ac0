package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.FaitsConnus;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Formulaires;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TypeQuestion;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.Finess;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Suivre une demande de modification ne coûte pas plus à chaque ligne parce qu'il y en a d'autres. */
@Tag("INSTR-3")
final class SuiviDuRetourTest {

    private static final Instant TRANSMISE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant RENDUE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant REPRISE = Instant.parse("2026-03-03T10:00:00Z");

    private static final Formulaire FORMULAIRE =
            Formulaires.standard().importer("essai.yaml", """
            formulaire: essai-entites@1
            sections:
              - titre: Entités
                questions:
                  - {id: seuil, type: nombre, libelle: Seuil}
                  - id: entites
                    type: tableau_entites
                    libelle: Entités couvertes
                    obligatoire: true
                    colonnes:
                      - {id: activite, libelle: Activité, type: nombre, min: 0, obligatoire: true}
                      - {id: couverture, libelle: Couverte, type: oui_non, obligatoire: true}
                    totaux: [activite]
              - titre: Suite
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court}
            controles:
              - {si: entites.total_activite < seuil, sur: entites, message: Trop peu d'activité.}
            """).sure();

    private static final int COLONNES = 2;

    private static final List<Finess> ENTITES =
            Stream.generate(UnFiness::nouveau).limit(200).map(Finess::new).toList();

    /** Les cellules bâties et les parties lues. */
    private final AtomicInteger travail = new AtomicInteger();

    @Test
    void chaque_ligne_designee_ne_se_batit_qu_une_fois_qu_elle_ait_change_ou_non() {
        for (var reprise : List.of(TRANSMISE, REPRISE)) {
            var peu = travail(lignes(10), 10, reprise);
            var beaucoup = travail(lignes(200), 200, reprise);

            assertThat(peu).isPositive();
            assertThat(beaucoup)
                    .as("vingt fois plus de lignes")
                    .isLessThanOrEqualTo(20 * peu)
                    .isLessThanOrEqualTo(COLONNES * 200 * 6);
        }
    }

    @Test
    void ce_qu_une_correction_oblige_a_reprendre_se_juge_une_fois_par_question() {
        var designees = List.of(new Correction("seuil", "à revoir"));

        assertThat(travail(designees, 200, TRANSMISE)).isLessThanOrEqualTo(COLONNES * 200 * 6);
    }

    @Test
    void les_comptes_sont_justes() {
        var suivi = suivi(lignes(3), 3, REPRISE);
        assertThat(suivi.reprise()).contains(new Reprise(3, 0, true));
        assertThat(suivi.intouchees()).isEmpty();
        assertThat(suivi.inchangee()).isFalse();

        var intouche = suivi(lignes(3), 3, TRANSMISE);
        assertThat(intouche.intouchees()).hasSize(3);
        assertThat(intouche.aReprendre("entites")).isTrue();
        assertThat(intouche.aReprendre("role")).isFalse();
        assertThat(intouche.inchangee()).isTrue();
    }

    /** Ce qu'une page en demande : chaque question, chaque cellule, le compte. */
    private int travail(List<Correction> designees, int entites, Instant reprise) {
        var suivi = suivi(designees, entites, reprise);
        FORMULAIRE.definition().questions().forEach(question -> {
            suivi.aReprendre(question.id());
            suivi.laisse(question.id());
        });
        var tableau = FORMULAIRE.definition().question("entites").orElseThrow();
        IntStream.range(0, entites)
                .mapToObj(rang -> Emplacement.dans(finess(rang), "activite"))
                .forEach(cellule -> suivi.laisse(tableau, cellule));
        suivi.reprise();
        suivi.reprise();
        suivi.intouchees();
        suivi.inchangee();
        return travail.get();
    }

    /** À chaque ligne, il manque une réponse. */
    private SuiviDuRetour suivi(List<Correction> designees, int entites, Instant reprise) {
        travail.set(0);
        var lots = IntStream.range(0, entites)
                .mapToObj(rang -> new Lot(finess(rang), "SITE " + rang))
                .toList();
        var faits = Faits.de(FaitsConnus.VOCABULAIRE, Map.of()).avec(_ -> lots);
        var ecrites = new HashMap<String, Reponse>();
        ecrites.put("seuil", new Reponse(Valeur.simple("0"), 1, TRANSMISE, "x"));
        lots.forEach(lot -> ecrites.put(
                Emplacement.dans(lot.finess(), "activite").cle(), new Reponse(Valeur.simple("5"), 2, reprise, "x")));
        var reponses = new Reponses(ecrites);
        var etat = new AModifier(Niveau.ARS, RENDUE, "Activité", designees, true, RENDUE.plus(Duration.ofDays(20)));
        return new SuiviDuRetour(
                new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), etat, 0),
                FORMULAIRE,
                comptee(FORMULAIRE.evaluer(reponses, faits)),
                reponses,
                Reponses.aucune(),
                Map.of());
    }

    private static List<Correction> lignes(int nombre) {
        return IntStream.range(0, nombre)
                .mapToObj(rang ->
                        new Correction(Emplacement.dans(finess(rang), "entites").cle(), "à revoir", "SITE " + rang))
                .toList();
    }

    private static Finess finess(int rang) {
        return ENTITES.get(rang);
    }

    private Evaluation comptee(Evaluation evaluation) {
        return new Evaluation(evaluation.sections().stream()
                .map(section -> new SectionEvaluee(
                        section.section(),
                        section.questions().stream().map(this::comptee).toList(),
                        section.restantes(),
                        section.facultativesEnErreur()))
                .toList());
    }

    private QuestionEvaluee comptee(QuestionEvaluee evaluee) {
        var question = evaluee.question();
        return new QuestionEvaluee(
                new Question(
                        question.id(),
                        question.libelle(),
                        question.aide(),
                        compte(question.type()),
                        question.obligatoire(),
                        question.si()),
                evaluee.valeur(),
                evaluee.erreurs(),
                comptees(evaluee.manquantes()));
    }

    /** Le même type, qui compte ce qu'il bâtit. */
    private TypeQuestion compte(TypeQuestion type) {
        return (TypeQuestion) Proxy.newProxyInstance(
                TypeQuestion.class.getClassLoader(), new Class<?>[] {TypeQuestion.class}, (_, methode, arguments) -> {
                    var rendu = methode.invoke(type, arguments);
                    if (methode.getName().equals("places") || methode.getName().equals("parties")) {
                        travail.addAndGet(((List<?>) rendu).size());
                    }
                    return rendu;
                });
    }

    private List<Partie> comptees(List<Partie> manquantes) {
        return new AbstractList<>() {
            @Override
            public Partie get(int rang) {
                travail.incrementAndGet();
                return manquantes.get(rang);
            }

            @Override
            public int size() {
                return manquantes.size();
            }
        };
    }
}
