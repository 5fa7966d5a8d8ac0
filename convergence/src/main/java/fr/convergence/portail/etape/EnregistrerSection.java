package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.formulaire.Evaluation.Place;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.portail.saisie.Ecriture;
import fr.convergence.portail.saisie.ReponsesEnvoyees;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enregistre d'un coup les réponses d'une page : le chemin de qui n'a pas de JavaScript. */
@Component
class EnregistrerSection {

    /** Ce qu'il en est de la page envoyée ; tout ce qui pouvait l'être est enregistré, erreurs comprises. */
    sealed interface Issue {
        /** La page est prise ; {@code rendues}, ce qui y était tapé à des questions qui ne s'écrivent plus. */
        sealed interface Prise extends Issue {

            /** Celle des pages de la section d'où l'envoi partait. */
            Folio folio();

            List<Saisi> rendues();

            /** Ce qui reste à choisir entre deux onglets ; aucun quand tout s'est enregistré, fût-ce avec des erreurs. */
            default List<Conflit> restent() {
                return this instanceof EnErreur erreur ? erreur.conflits() : List.of();
            }
        }

        /** @param parues les questions que ces réponses ont fait paraître, et que la page n'avait donc pas */
        record Enregistree(SaisieDeLEtape saisie, Folio folio, List<Question> parues, List<Saisi> rendues)
                implements Prise {}

        record EnErreur(
                SaisieDeLEtape saisie, Folio folio, Erreurs erreurs, List<Conflit> conflits, List<Saisi> rendues)
                implements Prise {}

        /** Rien ne s'écrit plus là ; {@code rendues}, ce qui y était tapé. */
        record Impossible(SaisieDeLEtape saisie, Message pourquoi, List<Saisi> rendues) implements Issue {}

        record Inconnue() implements Issue {}
    }

    private final Saisies saisies;
    private final Ecriture ecriture;
    private final ReponsesSaisies reponses;

    EnregistrerSection(Saisies saisies, Ecriture ecriture, ReponsesSaisies reponses) {
        this.reponses = reponses;
        this.saisies = saisies;
        this.ecriture = ecriture;
    }

    @Transactional
    public Issue executer(
            Connecte qui, String reference, String etape, String section, Map<String, List<String>> parametres) {
        var prise = saisies.prise(qui, reference, etape);
        if (prise.isEmpty() || questions(prise.get(), section).isEmpty()) {
            return new Issue.Inconnue();
        }
        var saisie = prise.get();
        var obstacle = saisie.obstacle().map(Obstacles::message).or(() -> cachee(saisie, section));
        var envoi = new ReponsesEnvoyees(parametres, saisie.lue(), qui.compte());
        return obstacle.<Issue>map(pourquoi -> new Issue.Impossible(
                        saisie, pourquoi, ecriture.rendre(saisie.edition(), envoyees(saisie, section, envoi), envoi)))
                .orElseGet(() -> ecrire(saisie, section, envoi));
    }

    /**
     * Confirme des réponses reprises d'un autre dossier, telles que la page les montrait : celle qui a changé depuis reste à
     * vérifier.
     *
     * @param designation celle d'une réponse, ou d'une section
     * @return vrai s'il n'en reste aucune à vérifier de ce qui est désigné
     */
    @Transactional
    public boolean confirmer(
            Connecte qui, String reference, String etape, String designation, Map<String, List<String>> parametres) {
        var prise = saisies.prise(qui, reference, etape);
        if (prise.isEmpty()) {
            return false;
        }
        var saisie = prise.get();
        var envoi = new ReponsesEnvoyees(parametres, saisie.lue(), qui.compte());
        var designees = saisie.aVerifier().stream()
                .filter(place -> place.question().id().equals(designation)
                        || saisie.formulaire()
                                .definition()
                                .section(place.porteuse().question())
                                .filter(section -> designation.equals(SectionPage.DESIGNEE + section.id()))
                                .isPresent())
                .toList();
        var montrees = designees.stream()
                .map(Place::question)
                .filter(question -> envoi.montrait(question, saisie.reponses().revision(question.id())))
                .map(Question::id)
                .toList();
        reponses.confirmer(saisie.etape().id(), montrees);
        return montrees.size() == designees.size();
    }

    private static Optional<Message> cachee(SaisieDeLEtape saisie, String section) {
        return SectionPage.demandees(saisie.evaluation(), section).isEmpty()
                ? Optional.of(new Message("etape.rendue.cachee"))
                : Optional.empty();
    }

    private Issue ecrire(SaisieDeLEtape prise, String section, ReponsesEnvoyees envoi) {
        var edition = prise.edition();
        var envoyees = envoyees(prise, section, envoi);
        var ecrivables = prise.ecrivables();
        var ouvertes = envoyees.stream()
                .filter(question -> ecrivables.contains(question.emplacement()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var depassees = ecriture.depassees(edition, ouvertes, envoi);
        var ecrites = ecriture.ecrire(
                edition,
                ouvertes.stream()
                        .filter(question -> !depassees.contains(question.emplacement()))
                        .toList(),
                envoi);
        var conflits = ecrites.conflits();
        var fermees = envoyees.stream()
                .filter(question -> !ouvertes.contains(question))
                .toList();
        var rendues = ecriture.rendre(edition, fermees, envoi);
        var saisie = prise.avec(Conflit.montrer(conflits, ecrites.reponses()));
        var erreurs = Conflit.erreurs(conflits).ajouter(ecrites.etrangeres());
        var folio = folio(saisie, section, envoi.parametres());
        questions(saisie, section, folio)
                .forEach(evaluee -> QuestionPage.erreurs(evaluee).liste().stream()
                        .filter(erreur -> folio.dit(evaluee, erreur.champ()))
                        .forEach(erreur -> erreurs.ajouter(erreur.champ(), erreur.message())));
        return erreurs.vides()
                ? new Issue.Enregistree(saisie, folio, parues(prise, saisie, section, folio, envoi), rendues)
                : new Issue.EnErreur(saisie, folio, erreurs, conflits, rendues);
    }

    /** Les questions de la page envoyée, visibles encore ou non ; d'un tableau, chaque cellule. */
    private static List<Question> envoyees(SaisieDeLEtape saisie, String section, ReponsesEnvoyees envoi) {
        return questions(saisie, section).stream()
                .flatMap(question ->
                        question.type().colonnes().isEmpty() ? Stream.of(question) : cellules(saisie, question, envoi))
                .filter(envoi::contient)
                .filter(question -> !(question.type() instanceof Piece))
                .toList();
    }

    /** Celles que la page montrait : l'entité a pu quitter le registre depuis. */
    private static Stream<Question> cellules(SaisieDeLEtape saisie, Question tableau, ReponsesEnvoyees envoi) {
        var noms = saisie.formulaire().lots(tableau, saisie.faits());
        return envoi.cellules(tableau, finess -> noms.getOrDefault(finess, finess.valeur()));
    }

    private static List<Question> questions(SaisieDeLEtape saisie, String section) {
        return saisie.formulaire().definition().sections().stream()
                .filter(ecrite ->
                        section.equals(SectionPage.ENSEMBLE) || ecrite.id().equals(section))
                .flatMap(ecrite -> ecrite.questions().stream())
                .toList();
    }

    /** La page d'où part l'envoi. */
    static Folio folio(SaisieDeLEtape saisie, String section, Map<String, List<String>> parametres) {
        return Folio.de(
                SectionPage.demandees(saisie.evaluation(), section),
                parametres.getOrDefault(Emplacement.LIGNES, List.of()).stream()
                        .findFirst()
                        .orElse(null));
    }

    private static List<Question> parues(
            SaisieDeLEtape prise, SaisieDeLEtape saisie, String section, Folio folio, ReponsesEnvoyees envoi) {
        return SectionPage.demandees(saisie.evaluation(), section).stream()
                .flatMap(evaluee -> evaluee.questions().stream())
                .filter(evaluee -> !evaluee.question().type().informatif())
                .filter(evaluee -> folio.montre(evaluee)
                        ? nouvelle(saisie, evaluee, folio, envoi)
                        : prise.evaluation().question(evaluee.question().id()).isEmpty()
                                && saisie.modifiable(evaluee.question().id()))
                .map(QuestionEvaluee::question)
                .toList();
    }

    /** On peut y répondre ici, et la page envoyée ne la montrait pas. */
    private static boolean nouvelle(
            SaisieDeLEtape saisie, QuestionEvaluee evaluee, Folio folio, ReponsesEnvoyees envoi) {
        var ecrivables = folio.places(evaluee).stream()
                .filter(place -> saisie.modifiable(evaluee.question(), place.emplacement()))
                .toList();
        return !ecrivables.isEmpty() && ecrivables.stream().noneMatch(envoi::contient);
    }

    private static Stream<QuestionEvaluee> questions(SaisieDeLEtape saisie, String section, Folio folio) {
        return SectionPage.demandees(saisie.evaluation(), section).stream()
                .flatMap(folio::questions)
                .filter(evaluee -> !(evaluee.question().type() instanceof Piece));
    }
}
