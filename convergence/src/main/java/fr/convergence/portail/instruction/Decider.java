package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DePassage;
import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefusee;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActeDuDossier.FinancementAccorde;
import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.concertation.ListesDeControle;
import fr.convergence.portail.concertation.SituationDesControles;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.PlacePrise;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.instruction.Decision.Modification;
import fr.convergence.portail.instruction.Decision.Refus;
import fr.convergence.portail.instruction.Decision.Reprise;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.portail.paiement.Accord;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prend une décision sur une étape, si personne n'en a pris une autre depuis qu'elle a été lue (INSTR-3, INSTR-4). */
@Component
public class Decider {

    private final Dossiers dossiers;
    private final HistoriqueDuDossier historique;
    private final QuestionsAuChoix questions;
    private final SuitesDUneDecision suites;
    private final ListesDeControle controles;
    private final ApplicationEventPublisher faits;
    private final Clock horloge;

    Decider(
            Dossiers dossiers,
            HistoriqueDuDossier historique,
            QuestionsAuChoix questions,
            SuitesDUneDecision suites,
            ListesDeControle controles,
            ApplicationEventPublisher faits,
            Clock horloge) {
        this.dossiers = dossiers;
        this.historique = historique;
        this.questions = questions;
        this.suites = suites;
        this.controles = controles;
        this.faits = faits;
        this.horloge = horloge;
    }

    /**
     * @param version celle de l'étape que le vérificateur avait sous les yeux
     * @throws PlacePrise si le dossier qui revivrait a été remplacé : tout est à défaire
     * @throws fr.convergence.portail.paiement.AccordDevance si un premier plafond vient d'être importé : de même
     */
    @Transactional
    Issue executer(Connecte qui, ReferenceDeDossier reference, String code, int version, Decision decision) {
        var dossier = dossiers.prendreEnVerificateur(qui, reference);
        var etape = dossier.flatMap(trouve -> trouve.etape(code))
                .filter(trouvee -> trouvee.etat().transmise());
        if (dossier.isEmpty() || etape.isEmpty()) {
            return new Issue.Introuvable();
        }
        return decider(qui, dossier.get(), etape.get(), version, decision);
    }

    /** Valide une étape qui ne demande pas de montant. */
    @Transactional
    public Issue valider(Connecte qui, ReferenceDeDossier reference, String code, int version) {
        return executer(qui, reference, code, version, new Validation());
    }

    private Issue decider(Connecte qui, Dossier dossier, Etape etape, int version, Decision decision) {
        if (etape.version() != version) {
            return devancee(dossier, etape, version);
        }
        var permise = decision instanceof Reprise ? Competence.reprend(qui, etape) : Competence.decide(qui, etape);
        if (!permise) {
            return new Issue.HorsDeVosMains(Statut.de(etape));
        }
        var manque =
                decision instanceof Validation(var accord) ? manque(dossier, etape, accord) : Optional.<Issue>empty();
        if (manque.isPresent()) {
            return manque.get();
        }
        var le = horloge.instant();
        var fait = fait(dossier, etape, decision, questions, le);
        var apres = appliquer(etape, decision, le);
        var tenue = decision instanceof Reprise ? tenue(dossier, etape, apres) : Optional.<Issue>empty();
        if (tenue.isPresent()) {
            return tenue.get();
        }
        if (!dossiers.passer(dossier, etape, apres, qui.getName(), fait.acte())) {
            return devancee(dossier, etape, version);
        }
        faits.publishEvent(fait);
        if (decision instanceof Reprise) {
            suites.refermees(dossier, apres).forEach(suite -> refermer(qui, dossier, suite, le));
        }
        return new Issue.Prise(Statut.de(apres));
    }

    /** Ce qui manque à une validation. */
    private Optional<Issue> manque(Dossier dossier, Etape etape, Optional<Accord> accord) {
        return retient(dossier, etape, accord)
                ? controles
                        .situation(dossier, etape)
                        .filter(SituationDesControles::bloque)
                        .map(situation -> new Issue.ControlesManquants(situation.aVerifier()))
                : Optional.of(new Issue.MontantARetenir());
    }

    /** Ce qui tient une décision que l'on voudrait reprendre. */
    private Optional<Issue> tenue(Dossier dossier, Etape etape, Etape apres) {
        if (suites.conventionSignee(dossier, etape)) {
            return Optional.of(new Issue.ConventionSignee());
        }
        return suites.versementNote(dossier, etape)
                ? Optional.of(new Issue.VersementNote())
                : suites.commencee(dossier, apres).map(commencee -> new Issue.SuiteCommencee(commencee.code()));
    }

    /** Faux s'il faut retenir un montant, et que celui-ci manque ou ne tient plus dans le plafond. */
    private boolean retient(Dossier dossier, Etape etape, Optional<Accord> accord) {
        return suites.montantTenu(dossier, etape)
                .map(enJeu -> accord.filter(accorde -> accorde.tient(enJeu)).isPresent())
                .orElse(true);
    }

    private void refermer(Connecte qui, Dossier dossier, Etape suite, Instant le) {
        var fait = SuitesDUneDecision.refermeture(dossier, suite, le);
        if (dossiers.passer(dossier, suite, suite.refermer(), qui.getName(), fait.acte())) {
            faits.publishEvent(fait);
        }
    }

    /** Ce que cette décision ferait savoir, qu'elle soit prise ou seulement envisagée. */
    static EtapePassee fait(Dossier dossier, Etape etape, Decision decision, QuestionsAuChoix questions, Instant le) {
        var mouvement = etape.vers(appliquer(etape, decision, le));
        DePassage acte = switch (decision) {
            case Validation(var accord) ->
                accord.<DePassage>map(accorde -> new FinancementAccorde(
                                mouvement,
                                accorde.enJeu().demande(),
                                accorde.retenu(),
                                accorde.avance(),
                                accorde.motif()))
                        .orElseGet(() -> new EtapeValidee(mouvement));
            case Modification(var message, var corrections, var limitee, var retourAvant) ->
                new ModificationDemandee(
                        mouvement,
                        message,
                        retourAvant,
                        Optional.of(corrections)
                                .filter(designees -> !designees.isEmpty())
                                .map(designees -> questions.enClair(dossier, etape.code(), designees)),
                        corrections.isEmpty() ? Optional.empty() : Optional.of(limitee));
            case Refus(var motif) -> new EtapeRefusee(mouvement, motif);
            case Reprise(var motif) -> new DecisionReprise(mouvement, motif);
        };
        return new EtapePassee(dossier.reference(), acte, le);
    }

    static Etape appliquer(Etape etape, Decision decision, Instant le) {
        return switch (decision) {
            case Validation _ -> etape.valider(le);
            case Modification(var message, var corrections, var limitee, var retourAvant) ->
                etape.demanderModification(le, message, corrections, limitee, retourAvant);
            case Refus(var motif) -> etape.refuser(le, motif);
            case Reprise _ -> etape.reprendre(le);
        };
    }

    /** Personne, d'une version que l'étape n'a jamais eue : la page est dépassée, sans que quelqu'un ait agi. */
    private Issue devancee(Dossier dossier, Etape etape, int version) {
        return new Issue.Devancee(historique.de(dossier).stream()
                .filter(passage -> parti(passage, etape.code(), version))
                .findFirst()
                .or(() -> version < 0 || version > etape.version()
                        ? Optional.empty()
                        : historique.dernier(dossier, etape.code())));
    }

    private static boolean parti(Passage passage, String code, int version) {
        return passage.mouvement()
                .filter(mouvement -> mouvement.etape().equals(code) && mouvement.version() == version)
                .isPresent();
    }
}
