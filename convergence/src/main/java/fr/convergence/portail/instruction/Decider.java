package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.ActeDuDossier;
import fr.convergence.portail.dossier.DecisionReprise;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapeAcceptee;
import fr.convergence.portail.dossier.EtapePasseeAuNiveauSuivant;
import fr.convergence.portail.dossier.EtapeRefusee;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.ModificationDemandee;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.PlacePrise;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.instruction.Decision.Modification;
import fr.convergence.portail.instruction.Decision.Refus;
import fr.convergence.portail.instruction.Decision.Reprise;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prend une décision sur une étape, si personne n'en a pris une autre depuis qu'elle a été lue (INSTR-3, INSTR-4). */
@Component
class Decider {

    private final Dossiers dossiers;
    private final HistoriqueDuDossier historique;
    private final QuestionsAuChoix questions;
    private final ApplicationEventPublisher faits;
    private final Clock horloge;

    Decider(
            Dossiers dossiers,
            HistoriqueDuDossier historique,
            QuestionsAuChoix questions,
            ApplicationEventPublisher faits,
            Clock horloge) {
        this.dossiers = dossiers;
        this.historique = historique;
        this.questions = questions;
        this.faits = faits;
        this.horloge = horloge;
    }

    /**
     * @param version celle de l'étape que le vérificateur avait sous les yeux
     * @throws PlacePrise si le dossier qui revivrait a été remplacé : tout est à défaire
     */
    @Transactional
    public Issue executer(Connecte qui, ReferenceDeDossier reference, String code, int version, Decision decision) {
        var dossier = dossiers.duVerificateur(qui, reference);
        var etape = dossier.flatMap(trouve -> trouve.etape(code))
                .filter(trouvee -> trouvee.etat().transmise());
        if (dossier.isEmpty() || etape.isEmpty()) {
            return new Issue.Introuvable();
        }
        return decider(qui, dossier.get(), etape.get(), version, decision);
    }

    private Issue decider(Connecte qui, Dossier dossier, Etape etape, int version, Decision decision) {
        if (etape.version() != version) {
            return devancee(dossier, etape.code(), version);
        }
        var permise = decision instanceof Reprise ? Competence.reprend(qui, etape) : Competence.decide(qui, etape);
        if (!permise) {
            return new Issue.HorsDeVosMains(Statut.de(etape));
        }
        var suite = Competence.suiteCommencee(dossier, etape);
        if (suite.isPresent()) {
            return new Issue.SuiteCommencee(suite.get().code());
        }
        var apres = appliquer(etape, decision, horloge.instant());
        if (!dossiers.passer(
                dossier, etape, apres, qui.getName(), decision.acte(), trace(dossier, etape.code(), decision))) {
            return devancee(dossier, etape.code(), version);
        }
        faits.publishEvent(fait(dossier, apres, decision, questions));
        return new Issue.Prise(Statut.de(apres));
    }

    /** Ce que cette décision ferait savoir, qu'elle soit prise ou seulement envisagée. */
    static ActeDuDossier fait(Dossier dossier, Etape apres, Decision decision, QuestionsAuChoix questions) {
        var reference = dossier.reference();
        return switch (decision) {
            case Validation _ ->
                apres.etat() instanceof EnVerification suivante
                        ? new EtapePasseeAuNiveauSuivant(reference, apres.code(), suivante.niveau())
                        : new EtapeAcceptee(reference, apres.code());
            case Modification demande ->
                new ModificationDemandee(
                        reference,
                        apres.code(),
                        demande.message(),
                        questions.enClair(dossier, apres.code(), demande.corrections()),
                        demande.limitee(),
                        demande.retourAvant());
            case Refus refus -> new EtapeRefusee(reference, apres.code(), refus.motif());
            case Reprise reprise -> new DecisionReprise(reference, apres.code(), reprise.motif());
        };
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

    private Issue devancee(Dossier dossier, String code, int version) {
        return new Issue.Devancee(historique.de(dossier).stream()
                .filter(passage -> parti(passage, code, version))
                .findFirst()
                .or(() -> historique.dernier(dossier, code)));
    }

    private static boolean parti(Passage passage, String code, int version) {
        return passage.mouvement()
                .filter(mouvement -> mouvement.etape().equals(code) && mouvement.version() == version)
                .isPresent();
    }

    private Map<String, String> trace(Dossier dossier, String etape, Decision decision) {
        return switch (decision) {
            case Validation _ -> Map.of();
            case Modification(var message, var corrections, var limitee, var retourAvant) ->
                corrections.isEmpty()
                        ? Map.of("motif", message, "retourAvant", retourAvant.toString())
                        : Map.of(
                                "motif", message,
                                "retourAvant", retourAvant.toString(),
                                "corrections", questions.enClair(dossier, etape, corrections),
                                "limitee", String.valueOf(limitee));
            case Refus(var motif) -> Map.of("motif", motif);
            case Reprise(var motif) -> Map.of("motif", motif);
        };
    }
}
