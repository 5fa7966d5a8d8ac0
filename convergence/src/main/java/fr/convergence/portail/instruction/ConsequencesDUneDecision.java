package fr.convergence.portail.instruction;

import fr.convergence.portail.avis.CartesDAvis;
import fr.convergence.portail.concertation.ListesDeControle;
import fr.convergence.portail.concertation.SituationDesControles;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.instruction.DecisionController.Cible;
import fr.convergence.portail.instruction.DecisionController.Nature;
import fr.convergence.portail.instruction.DecisionDevanceePage.Cause;
import fr.convergence.socle.page.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ce que la page d'une décision en dit d'avance : ce qui va se passer, ce qui reste à vérifier. */
@Component
final class ConsequencesDUneDecision {

    private final Titres titres;
    private final SuitesDUneDecision suites;
    private final ListesDeControle controles;
    private final CartesDAvis avis;
    private final Clock horloge;

    ConsequencesDUneDecision(
            Titres titres, SuitesDUneDecision suites, ListesDeControle controles, CartesDAvis avis, Clock horloge) {
        this.avis = avis;
        this.titres = titres;
        this.suites = suites;
        this.controles = controles;
        this.horloge = horloge;
    }

    /** Ce qui reste à attendre ou à vérifier : rien de cela n'empêche. */
    List<Message> reserves(Cible cible) {
        return Stream.concat(desAvis(cible), desControles(cible)).toList();
    }

    /** Ce que les avis demandés sont devenus, puis ce que la décision fait de ceux qui manquent. */
    private Stream<Message> desAvis(Cible cible) {
        var reference = cible.dossier().reference();
        var etape = cible.etape().code();
        return switch (cible.nature()) {
            case VALIDATION, REFUS ->
                Stream.concat(
                        avis.issues(reference, etape).stream(),
                        nombre("instruction.reserve.avis", avis.attendus(reference, etape)).stream());
            case MODIFICATION ->
                Stream.concat(
                        avis.issues(reference, etape).stream(),
                        nombre("instruction.reserve.avis.garde", avis.attendus(reference, etape)).stream());
            case REPRISE -> Stream.empty();
        };
    }

    private Stream<Message> desControles(Cible cible) {
        return controles(cible).stream()
                .flatMap(situation -> Stream.of(
                                nombre("instruction.reserve.a-verifier", situation.aVerifier()),
                                nombre("instruction.reserve.non-conformes", situation.nonConformes()))
                        .flatMap(Optional::stream));
    }

    /** Ce qui empêche de valider, quand le guichet exige que la liste de contrôle soit finie. */
    Optional<Cause> controlesManquants(Cible cible) {
        return controles(cible)
                .filter(SituationDesControles::bloque)
                .map(situation -> new Cause.ControlesManquants(situation.aVerifier()));
    }

    private Optional<SituationDesControles> controles(Cible cible) {
        return cible.nature() == Nature.VALIDATION
                ? controles.situation(cible.dossier(), cible.etape())
                : Optional.empty();
    }

    private static Optional<Message> nombre(String cle, int nombre) {
        return nombre == 0
                ? Optional.empty()
                : Optional.of(new Message(cle + (nombre == 1 ? ".un" : ".plusieurs"), nombre));
    }

    List<Message> de(Cible cible) {
        var consequences = new ArrayList<Message>();
        switch (cible.nature()) {
            case VALIDATION -> consequences.addAll(consequencesDUneValidation(cible));
            case MODIFICATION ->
                consequences.add(new Message(
                        titres.revientParLeCircuit(cible.dossier().guichet(), cible.etape())
                                ? "instruction.modification.consequence.circuit"
                                : "instruction.modification.consequence"));
            case REFUS -> consequences.add(new Message("instruction.refus.consequence"));
            case REPRISE -> consequences.addAll(consequencesDUneReprise(cible));
        }
        consequences.add(new Message("instruction.consequence.referent"));
        consequences.add(new Message("instruction.consequence.trace"));
        return consequences;
    }

    private List<Message> consequencesDUneValidation(Cible cible) {
        var transmise = cible.etape().valider(horloge.instant()).etat() instanceof EnVerification;
        if (transmise) {
            return List.of(new Message("instruction.validation.consequence.suivant"));
        }
        var acceptee = new Message("instruction.validation.consequence");
        return titres.ouvreUneConvention(
                        cible.dossier().guichet(), cible.etape().code())
                ? List.of(acceptee, new Message("instruction.validation.consequence.convention"))
                : List.of(acceptee);
    }

    private List<Message> consequencesDUneReprise(Cible cible) {
        var reprise = cible.etape().reprendre(horloge.instant());
        var dossier = cible.dossier();
        return Stream.of(
                        Stream.of(new Message("instruction.reprise.consequence")),
                        suites.refermees(dossier, reprise).stream()
                                .map(suite -> new Message(
                                        "instruction.reprise.consequence.refermee",
                                        titres.etape(dossier, suite.code()))),
                        suites.annulable(dossier, cible.etape()).stream()
                                .map(signataire ->
                                        new Message("instruction.reprise.consequence.convention", signataire)),
                        suites.aVerser(dossier, cible.etape()).stream()
                                .map(accord -> accord.phrase("instruction.reprise.consequence.montant")))
                .flatMap(messages -> messages)
                .toList();
    }
}
