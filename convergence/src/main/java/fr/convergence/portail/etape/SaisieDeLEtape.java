package fr.convergence.portail.etape;

import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.formulaire.Evaluation;
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
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.portail.saisie.EditionOuverte;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Une étape que son référent a sous les yeux : ses réponses, ses pièces, où elle en est.
 *
 * @param reponses telles qu'elles s'éditent, pièces comprises
 * @param piecesChangees quand les fichiers de chaque question ont changé, pour une étape à modifier
 * @param faits ceux de la requête : les relire coûterait autant que la page
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
        Map<String, Instant> piecesChangees,
        Faits faits,
        Evaluation evaluation,
        Fenetre fenetre,
        Instant lue) {

    /** La même avec d'autres réponses, réévaluée. */
    SaisieDeLEtape avec(Reponses nouvelles) {
        return nouvelles.equals(reponses)
                ? this
                : new SaisieDeLEtape(
                        dossier,
                        guichet,
                        etape,
                        formulaire,
                        nouvelles,
                        pieces,
                        piecesChangees,
                        faits,
                        formulaire.evaluer(nouvelles, faits),
                        fenetre,
                        lue);
    }

    /** La même, où chaque question en conflit montre ce qui vient d'être tapé. */
    SaisieDeLEtape montrant(List<Conflit> conflits) {
        return conflits.isEmpty() ? this : avec(Conflit.montrer(conflits, reponses));
    }

    /** Ce qui s'en écrit. */
    EditionOuverte edition() {
        return new EditionOuverte(
                etape.id(),
                dossier.reference().valeur(),
                (revisions, empreinte) -> DeReponses.enregistrees(etape.code(), revisions, empreinte),
                reponses);
    }

    /** Ce qui empêche d'écrire ou de transmettre, s'il y a lieu. */
    Optional<Obstacle> obstacle() {
        return Obstacle.de(etape, fenetre, lue);
    }

    boolean modifiable() {
        return obstacle().isEmpty();
    }

    /**
     * Un retour limité ne rouvre que ce que le vérificateur désigne (INSTR-3), fût-ce une ligne d'un tableau, et ce que le
     * corriger oblige à compléter : une question qui en paraît, ou qu'un contrôle ne trouve plus juste.
     */
    boolean modifiable(String question) {
        return modifiable()
                && !(etape.etat() instanceof AModifier retour && !retour.touche(question) && !oblige(retour, question));
    }

    /** @param place une de celles de cette question : d'un tableau, la ligne seule peut être rouverte */
    boolean modifiable(Question porteuse, Emplacement place) {
        return modifiable()
                && !(etape.etat() instanceof AModifier retour
                        && !retour.rouvre(porteuse.designations(place))
                        && !oblige(retour, porteuse.id()));
    }

    private boolean oblige(AModifier retour, String question) {
        return formulaire.amont(question).stream().anyMatch(retour::touche)
                && (!juste(Emplacement.de(question)) || changee(Emplacement.de(question), retour.le()));
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

    /** @param question son identifiant, ou la ligne d'un tableau : ce que le vérificateur demande d'y reprendre */
    Optional<String> correction(String question) {
        return etape.etat() instanceof AModifier retour
                ? retour.corrections().stream()
                        .filter(correction -> correction.question().equals(question))
                        .map(EtatEtape.Correction::motif)
                        .findFirst()
                : Optional.empty();
    }

    /** Une section est à corriger tant qu'une question que le vérificateur fait reprendre n'a pas changé (DOS-5b). */
    SectionEvaluee.Etat etat(SectionEvaluee section) {
        return section.questions().stream()
                        .anyMatch(q -> aReprendre(q.question().id()))
                ? SectionEvaluee.Etat.A_CORRIGER
                : section.etat();
    }

    /** Les questions que le vérificateur fait reprendre et qui n'ont pas changé depuis. */
    List<EtatEtape.Correction> intouchees() {
        return etape.etat() instanceof AModifier retour
                ? designees(retour)
                        .filter(correction -> !changee(correction.place(), retour.le()))
                        .toList()
                : List.of();
    }

    /** Où en est une demande de modification qui désigne des questions, tant qu'elle peut être suivie. */
    Optional<Reprise> reprise() {
        return modifiable()
                        && etape.etat() instanceof AModifier retour
                        && designees(retour).findAny().isPresent()
                ? Optional.of(new Reprise(
                        (int) designees(retour).count(),
                        (int) designees(retour)
                                .map(EtatEtape.Correction::place)
                                .filter(place -> changee(place, retour.le()) && juste(place))
                                .count(),
                        retour.limitee()))
                : Optional.empty();
    }

    /** Celles qu'il désigne et qui se demandent encore : corriger l'une peut en cacher une autre. */
    private Stream<EtatEtape.Correction> designees(AModifier retour) {
        return retour.corrections().stream().filter(correction -> demandee(correction.place()));
    }

    private boolean demandee(Emplacement designee) {
        return evaluation
                .question(designee.question())
                .filter(evaluee -> designee.lot().isEmpty()
                        || evaluee.valeur().lignes().stream()
                                .anyMatch(ligne ->
                                        designee.lot().get().equals(ligne.lot().finess())))
                .isPresent();
    }

    private boolean juste(Emplacement designee) {
        return evaluation
                .question(designee.question())
                .filter(evaluee -> designee.lot()
                        .map(entite -> !evaluee.incompletes().contains(entite))
                        .orElseGet(evaluee::juste))
                .isPresent();
    }

    /** Une étape à modifier dont rien n'a changé depuis la demande. */
    boolean inchangee() {
        return etape.etat() instanceof AModifier retour
                && evaluation
                        .questions()
                        .map(question -> question.question().emplacement())
                        .noneMatch(question -> changee(question, retour.le()));
    }

    private boolean aReprendre(String question) {
        return intouchees().stream().anyMatch(correction -> correction.vise(question));
    }

    /**
     * Une cellule touchée change son tableau, et sa ligne.
     *
     * @param designee une question, ou la ligne d'un tableau
     */
    private boolean changee(Emplacement designee, Instant depuis) {
        return evaluation.question(designee.question()).stream()
                .flatMap(evaluee -> evaluee.question().places(evaluee.valeur()).stream())
                .filter(place -> designee.lot().isEmpty()
                        || designee.lot().equals(place.emplacement().lot()))
                .map(Question::id)
                .flatMap(place -> Stream.concat(
                        reponses.reponse(place).map(Reponse::le).stream(),
                        Stream.ofNullable(piecesChangees.get(place))))
                .anyMatch(le -> le.isAfter(depuis));
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
