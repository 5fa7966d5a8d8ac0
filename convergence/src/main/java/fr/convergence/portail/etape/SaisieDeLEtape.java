package fr.convergence.portail.etape;

import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.conteneur.EtatDuConteneur;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.dossier.QuestionDesignee;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.Evaluation.Place;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.rib.RibsLus;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.portail.saisie.EditionOuverte;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Une étape que son référent a sous les yeux : ses réponses, ses pièces, où elle en est.
 *
 * @param reponses telles qu'elles s'éditent, pièces comprises
 * @param conteneurs où en sont ses questions confidentielles
 * @param ribs ce qui s'est lu de ses RIB
 * @param faits ceux de la requête : les relire coûterait autant que la page
 * @param retour ce qu'une demande de modification en fait reprendre
 * @param fenetre celle en vigueur
 * @param lue l'instant où la requête est arrivée, qui juge des délais
 */
record SaisieDeLEtape(
        Dossier dossier,
        Guichet guichet,
        Etape etape,
        Formulaire formulaire,
        Reponses reponses,
        Map<String, List<PieceDeposee>> pieces,
        Map<String, EtatDuConteneur> conteneurs,
        RibsLus ribs,
        Faits faits,
        Evaluation evaluation,
        SuiviDuRetour retour,
        Fenetre fenetre,
        Instant lue) {

    /** La même avec d'autres réponses, réévaluée. */
    SaisieDeLEtape avec(Reponses nouvelles) {
        if (nouvelles.equals(reponses)) {
            return this;
        }
        var reevaluee = formulaire.evaluer(nouvelles, faits);
        return new SaisieDeLEtape(
                dossier,
                guichet,
                etape,
                formulaire,
                nouvelles,
                pieces,
                conteneurs,
                ribs,
                faits,
                reevaluee,
                retour.avec(etape, reevaluee, nouvelles),
                fenetre,
                lue);
    }

    /** La même, où chaque question en conflit montre ce qui vient d'être tapé. */
    SaisieDeLEtape montrant(List<Conflit> conflits) {
        return conflits.isEmpty() ? this : avec(Conflit.montrer(conflits, reponses));
    }

    /**
     * La place d'une question à une seule réponse, que la page la montre ou non : une réponse partie juste avant celle qui
     * cache sa question peut être servie après elle.
     */
    Optional<Evaluation.Place> place(String cle) {
        return evaluation.place(cle).or(() -> formulaire.cachee(cle, reponses, faits));
    }

    /** Ce qui s'en écrit. */
    EditionOuverte edition() {
        return new EditionOuverte(
                etape.id(), dossier.reference().valeur(), DeReponses.enregistrees(etape.code())::apply, reponses);
    }

    /** Ce qui empêche d'écrire ou de transmettre, s'il y a lieu. */
    Optional<Obstacle> obstacle() {
        return Obstacle.de(etape, fenetre, lue);
    }

    boolean modifiable() {
        return obstacle().isEmpty();
    }

    boolean modifiable(String question) {
        return modifiable() && retour.laisse(question);
    }

    /** @param place une de celles de cette question : d'un tableau, la ligne seule peut être rouverte */
    boolean modifiable(Question porteuse, Emplacement place) {
        return modifiable() && retour.laisse(porteuse, place);
    }

    /** Les places où l'on peut répondre. */
    Set<Emplacement> ecrivables() {
        return evaluation
                .places()
                .filter(place ->
                        modifiable(place.porteuse().question(), place.question().emplacement()))
                .map(place -> place.question().emplacement())
                .collect(Collectors.toSet());
    }

    /** Les réponses reprises d'un autre dossier que personne n'a encore confirmées ni changées (DOS-12). */
    List<Place> aVerifier() {
        return reponses.parQuestion().values().stream().noneMatch(Reponse::aVerifier)
                ? List.of()
                : evaluation
                        .places()
                        .filter(place -> aVerifier(place.question().id()))
                        .filter(place -> modifiable(
                                place.porteuse().question(), place.question().emplacement()))
                        .toList();
    }

    boolean aVerifier(String place) {
        return reponses.reponse(place).filter(Reponse::aVerifier).isPresent();
    }

    /** Les fichiers d'un ancien dossier qui n'ont pas fini d'arriver. */
    List<PieceDeposee> enCopie() {
        return pieces.values().stream()
                .flatMap(List::stream)
                .filter(PieceDeposee::enCopie)
                .toList();
    }

    /** Les places qu'ils auront. */
    Set<String> placesEnCopie() {
        return enCopie().stream().map(PieceDeposee::question).collect(Collectors.toSet());
    }

    /** Ce qu'il y a à dire d'un RIB, ou de l'IBAN qu'il doit porter. */
    List<RibsLus.Avis> avis(Question question) {
        return ribs.avis(formulaire.definition(), question, reponses.valeur(question.id()));
    }

    /** @param question son identifiant, ou la ligne d'un tableau : ce que le vérificateur demande d'y reprendre */
    Optional<ACorriger> correction(String question) {
        return corrections().stream()
                .filter(correction -> correction.place().cle().equals(question))
                .findFirst();
    }

    /** Toutes, questions et lignes. */
    List<ACorriger> corrections() {
        return etape.etat() instanceof AModifier demande
                ? demande.corrections().stream()
                        .map(correction ->
                                new ACorriger(correction.place(), correction.motif(), retour.corrigee(correction)))
                        .toList()
                : List.of();
    }

    /** Toutes celles que la demande de modification désigne, corrigées ou non. */
    List<QuestionDesignee> questionsDesignees() {
        return etape.etat() instanceof AModifier demande
                ? QuestionDesignee.de(demande.corrections(), formulaire.definition(), adresse(), this::sort)
                : List.of();
    }

    private Optional<Message> sort(EtatEtape.Correction correction) {
        return retour.demandee(correction.place())
                ? Optional.of(new Message("etape.designee.corrigee")).filter(_ -> retour.corrigee(correction))
                : Optional.of(new Message("etape.designee.cachee"));
    }

    /** Les questions que le vérificateur fait reprendre et qui n'ont pas changé depuis. */
    List<QuestionDesignee> questionsIntouchees() {
        return QuestionDesignee.de(retour.intouchees(), formulaire.definition(), adresse(), _ -> Optional.empty());
    }

    /** Une section est à corriger tant qu'une question que le vérificateur fait reprendre n'a pas changé (DOS-5b). */
    SectionEvaluee.Etat etat(SectionEvaluee section) {
        if (section.questions().stream()
                .anyMatch(q -> retour.aReprendre(q.question().id()))) {
            return SectionEvaluee.Etat.A_CORRIGER;
        }
        var reprises =
                aVerifier().stream().anyMatch(place -> section.questions().contains(place.porteuse()));
        return reprises && !section.etat().aFinir() ? SectionEvaluee.Etat.EN_COURS : section.etat();
    }

    /** Où en est une demande de modification qui désigne des questions, tant qu'elle peut être suivie. */
    Optional<Reprise> reprise() {
        return modifiable() ? retour.reprise() : Optional.empty();
    }

    /** Jusqu'à quand on peut transmettre, s'il y a une limite. */
    Optional<Instant> echeance() {
        return etape.etat() instanceof AModifier retour
                ? Optional.of(retour.retourAvant())
                : fenetre.limite().map(Moment::echeance);
    }

    /** Ce qu'est cette date : la limite de premier dépôt, celle de l'étape, ou le délai d'une demande de modification. */
    Message motDeLEcheance() {
        return etape.etat() instanceof AModifier ? new Message("etape.echeance.retour") : Periode.mot(fenetre);
    }

    /** Le nom d'un fichier déposé ; un texte qui n'en désigne pas reste lui-même. */
    String nomDeFichier(String texte) {
        return pieces.values().stream()
                .flatMap(List::stream)
                .filter(piece -> piece.fichier().toString().equals(texte))
                .map(PieceDeposee::nom)
                .findFirst()
                .orElse(texte);
    }

    String titre() {
        return guichet.definition().etape(etape.code()).orElseThrow().titre();
    }

    /** L'adresse d'un champ de cette section. */
    String champ(String section, String place) {
        return Emplacement.lire(place).adresse(adresse() + "/" + section);
    }

    /** « /dossiers/KVTUJPDDBL/candidature ». */
    String adresse() {
        return "/dossiers/" + dossier.reference() + "/" + etape.code();
    }
}
