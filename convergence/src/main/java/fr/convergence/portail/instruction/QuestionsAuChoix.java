package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les questions d'une étape que le vérificateur peut désigner : celles auxquelles on répond. */
@Component
final class QuestionsAuChoix {

    /** Une section et ce qu'on peut y désigner. */
    record SectionAuChoix(String titre, List<QuestionAuChoix> questions) {

        /** Les questions, chacune suivie de ses lignes. */
        Stream<QuestionAuChoix> toutes() {
            return questions.stream().flatMap(question -> Stream.concat(Stream.of(question), question.lignes.stream()));
        }
    }

    /**
     * @param ligne l'entité, pour la ligne d'un tableau
     * @param lignes celles d'un tableau, telles qu'il a été transmis
     */
    record QuestionAuChoix(String id, String libelle, Optional<String> ligne, List<QuestionAuChoix> lignes) {

        Correction correction(String motif) {
            return new Correction(id, motif, ligne.orElse(null));
        }
    }

    private final GuichetsPublies guichets;
    private final Editions editions;

    QuestionsAuChoix(GuichetsPublies guichets, Editions editions) {
        this.guichets = guichets;
        this.editions = editions;
    }

    List<SectionAuChoix> de(Dossier dossier, String etape) {
        var formulaire = guichets.formulaire(dossier.guichet(), etape);
        var transmise = formulaire
                .filter(connu -> connu.definition().questions().anyMatch(QuestionsAuChoix::enLignes))
                .flatMap(_ -> dossier.etape(etape))
                .flatMap(connue -> editions.derniere(connue.id()))
                .map(Editions.Transmise::contenu);
        return formulaire.stream()
                .flatMap(connu -> connu.definition().sections().stream())
                .map(section -> new SectionAuChoix(
                        section.titre(),
                        section.questions().stream()
                                .filter(QuestionsAuChoix::demande)
                                .map(question -> question(question, transmise))
                                .toList()))
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }

    private static QuestionAuChoix question(Question question, Optional<EditionScellee> transmise) {
        return new QuestionAuChoix(
                question.id(),
                question.libelle(),
                Optional.empty(),
                transmise.filter(_ -> enLignes(question)).stream()
                        .flatMap(edition -> edition.valeur(question.id()).lignes().stream())
                        .map(Valeur.Ligne::lot)
                        .map(lot -> new QuestionAuChoix(
                                Emplacement.dans(lot.finess(), question.id()).cle(),
                                lot.nom() + " – " + question.libelle(),
                                Optional.of(lot.nom()),
                                List.of()))
                        .toList());
    }

    private static boolean enLignes(Question question) {
        return !question.type().colonnes().isEmpty();
    }

    /** « IBAN : ne correspond pas au RIB », une question par ligne. */
    String enClair(Dossier dossier, String etape, List<Correction> corrections) {
        Map<String, String> libelles = new LinkedHashMap<>();
        de(dossier, etape).stream()
                .flatMap(SectionAuChoix::toutes)
                .forEach(question -> libelles.put(question.id(), question.libelle()));
        return corrections.stream()
                .map(correction -> libelles.getOrDefault(correction.question(), correction.question()) + " : "
                        + correction.motif())
                .collect(Collectors.joining("\n"));
    }

    private static boolean demande(Question question) {
        return !question.type().informatif();
    }
}
