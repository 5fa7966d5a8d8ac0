package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.instruction.ApercuDuCourriel.Lettre;
import fr.convergence.portail.instruction.Decision.Modification;
import fr.convergence.portail.instruction.Decision.Refus;
import fr.convergence.portail.instruction.Decision.Reprise;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.portail.instruction.DecisionController.Cible;
import fr.convergence.portail.instruction.DecisionController.Nature;
import fr.convergence.portail.instruction.DecisionDevanceePage.Cause;
import fr.convergence.portail.instruction.DecisionPage.Demande;
import fr.convergence.portail.instruction.DecisionPage.Saisie;
import fr.convergence.portail.instruction.DecisionPage.Suite;
import fr.convergence.portail.instruction.QuestionsAuChoix.SectionAuChoix;
import fr.convergence.portail.paiement.Accord;
import fr.convergence.portail.paiement.MontantEnJeu;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compose les pages d'une décision : à prendre, à corriger, devancée. */
@Component
final class PagesDeDecision {

    private final Titres titres;
    private final QuestionsAuChoix questions;
    private final SuitesDUneDecision suites;
    private final ApercuDuCourriel apercu;
    private final Textes textes;
    private final ConsequencesDUneDecision consequences;
    private final Clock horloge;

    PagesDeDecision(
            Titres titres,
            QuestionsAuChoix questions,
            SuitesDUneDecision suites,
            ApercuDuCourriel apercu,
            Textes textes,
            ConsequencesDUneDecision consequences,
            Clock horloge) {
        this.consequences = consequences;
        this.titres = titres;
        this.questions = questions;
        this.suites = suites;
        this.apercu = apercu;
        this.textes = textes;
        this.horloge = horloge;
    }

    EnTete enTete(Cible cible) {
        return enTete(cible.dossier(), cible.etape(), cible.position());
    }

    EnTete enTete(Dossier dossier, Etape etape, String position) {
        var guichet = dossier.guichet();
        var intitule = titres.intitule(guichet.code(), guichet.version(), etape.code());
        return new EnTete(
                dossier.reference().valeur(),
                dossier.candidat().nom(),
                intitule.guichet(),
                etape.code(),
                intitule.etape(),
                suites.statut(dossier, etape),
                position);
    }

    /** La page qui dit pourquoi cette décision ne se propose pas ; vide quand elle se propose. */
    Optional<Vue> permise(Connecte qui, Cible cible) {
        var etape = cible.etape();
        var permise = switch (cible.nature()) {
            case VALIDATION, MODIFICATION, REFUS -> Competence.decide(qui, etape);
            case REPRISE -> Competence.reprend(qui, etape);
        };
        if (!permise) {
            return Optional.of(empechee(cible, new Cause.HorsDeVosMains(Statut.de(etape)), Map.of()));
        }
        if (cible.nature() != Nature.REPRISE) {
            return consequences.controlesManquants(cible).map(manquants -> empechee(cible, manquants, Map.of()));
        }
        if (suites.versementNote(cible.dossier(), etape)) {
            return Optional.of(empechee(cible, new Cause.VersementNote(), Map.of()));
        }
        return suites.conventionSignee(cible.dossier(), etape)
                ? Optional.of(empechee(cible, new Cause.ConventionSignee(), Map.of()))
                : commencee(cible.dossier(), etape).map(suite -> suiteCommencee(cible, suite.code(), Map.of()));
    }

    boolean seReprend(Connecte qui, Dossier dossier, Etape etape) {
        return Competence.reprend(qui, etape)
                && !suites.conventionSignee(dossier, etape)
                && !suites.versementNote(dossier, etape)
                && commencee(dossier, etape).isEmpty();
    }

    private Optional<Etape> commencee(Dossier dossier, Etape etape) {
        return suites.commencee(dossier, etape.reprendre(horloge.instant()));
    }

    Vue vierge(Cible cible) {
        var retour = aujourdhui().plusDays(SaisieDeDecision.DELAI_ORDINAIRE);
        var champs = new HashMap<>(Map.of("retour", retour.toString()));
        montant(cible).ifPresent(montant -> champs.put(MontantEnJeu.RETENU, montant.propose()));
        repris(cible).map(Accord::champs).ifPresent(champs::putAll);
        return saisie(
                cible, champs, repris(cible).map(accord -> new Validation(Optional.of(accord))), Erreurs.aucune());
    }

    Optional<Decision> lire(Connecte qui, Cible cible, SaisieDeDecision saisie) {
        return switch (cible.nature()) {
            case VALIDATION -> saisie.validation(montant(cible).filter(_ -> Competence.decide(qui, cible.etape())));
            case MODIFICATION -> saisie.modification(sections(cible), horloge.instant());
            case REFUS -> saisie.refus();
            case REPRISE -> saisie.reprise();
        };
    }

    /** @param decision celle que dit la saisie, d'où l'aperçu ; à défaut, l'aperçu montre où viendra le motif */
    Vue saisie(Cible cible, Map<String, String> champs, Optional<Decision> decision, Erreurs erreurs) {
        var montree = decision.orElseGet(() -> temoin(cible, champs));
        return new DecisionPage(
                enTete(cible),
                cible.nature().code(),
                cible.version(),
                consequences.de(cible),
                consequences.reserves(cible),
                new Saisie(
                        champs,
                        cible.nature() == Nature.MODIFICATION
                                ? Optional.of(Demande.de(sections(cible), champs, erreurs, aujourdhui()))
                                : Optional.empty(),
                        montant(cible),
                        repris(cible)),
                Suite.de(courriels(cible, montree), montree, erreurs));
    }

    Vue devancee(Cible cible, Optional<Passage> par, Map<String, String> champs) {
        return empechee(cible, par.flatMap(Cause::de).orElseGet(Cause.Perimee::new), champs);
    }

    Vue suiteCommencee(Cible cible, String suite, Map<String, String> champs) {
        return empechee(cible, new Cause.SuiteCommencee(titres.etape(cible.dossier(), suite)), champs);
    }

    Vue empechee(Cible cible, Cause cause, Map<String, String> champs) {
        return new DecisionDevanceePage(enTete(cible), cause, saisi(cible, champs));
    }

    private Optional<MontantEnJeu> montant(Cible cible) {
        return cible.nature() == Nature.VALIDATION ? suites.montant(cible.dossier(), cible.etape()) : Optional.empty();
    }

    private Optional<Accord> repris(Cible cible) {
        return cible.nature() == Nature.VALIDATION ? suites.repris(cible.dossier(), cible.etape()) : Optional.empty();
    }

    /** Celui de la décision, puis ceux des étapes qu'elle ouvre ou referme. */
    private List<Lettre> courriels(Cible cible, Decision decision) {
        var etape = cible.etape();
        if (!(decision instanceof Reprise) && !(etape.etat() instanceof EnVerification)) {
            return List.of();
        }
        var dossier = cible.dossier();
        var le = horloge.instant();
        var apres = Decider.appliquer(etape, decision, le);
        var refermees = decision instanceof Reprise ? suites.refermees(dossier, apres) : List.<Etape>of();
        var annulation = decision instanceof Reprise
                ? suites.annulation(dossier, etape).stream().flatMap(lettre -> apercu.de(lettre).stream())
                : Stream.<Lettre>empty();
        var deLActe = Stream.of(
                        Stream.of(Decider.fait(dossier, etape, decision, questions, le)),
                        refermees.stream().map(suite -> SuitesDUneDecision.refermeture(dossier, suite, le)),
                        suites.ouvertes(dossier, apres).stream()
                                .map(suite -> SuitesDUneDecision.ouverture(dossier, suite, le)))
                .flatMap(faits -> faits)
                .flatMap(fait -> apercu.de(fait).stream());
        return Stream.concat(deLActe, annulation).toList();
    }

    /** Une décision où le texte à venir est dit entre crochets. */
    private Decision temoin(Cible cible, Map<String, String> champs) {
        var saisi = FormeNormale.texte(champs.get("motif"));
        var motif = saisi.isEmpty() ? textes.de("instruction.apercu.motif") : saisi;
        return switch (cible.nature()) {
            case VALIDATION -> new Validation(montant(cible).flatMap(MontantEnJeu::propre));
            case MODIFICATION ->
                new Modification(motif, SaisieDeDecision.corrections(champs), false, retourOrdinaire());
            case REFUS -> new Refus(motif);
            case REPRISE -> new Reprise(motif);
        };
    }

    private Instant retourOrdinaire() {
        return SaisieDeDecision.echeance(aujourdhui().plusDays(SaisieDeDecision.DELAI_ORDINAIRE));
    }

    private List<SectionAuChoix> sections(Cible cible) {
        return questions.de(cible.dossier(), cible.etape().code());
    }

    private List<Saisi> saisi(Cible cible, Map<String, String> champs) {
        var saisi = new ArrayList<Saisi>();
        Stream.of(MontantEnJeu.RETENU, MontantEnJeu.AVANCE).forEach(champ -> {
            var texte = champs.getOrDefault(champ, "");
            if (cible.nature() == Nature.VALIDATION && !FormeNormale.vide(texte)) {
                saisi.add(new Saisi(new Message("paiement." + champ), texte));
            }
        });
        champs.forEach((champ, texte) -> {
            if (champ.equals("motif") && !FormeNormale.vide(texte)) {
                saisi.add(new Saisi(new Message("instruction." + cible.nature().code() + ".motif"), texte));
            }
        });
        sections(cible).stream().flatMap(SectionAuChoix::toutes).forEach(question -> {
            var texte = champs.getOrDefault(SaisieDeDecision.CORRECTION + question.id(), "");
            if (!FormeNormale.vide(texte)) {
                saisi.add(new Saisi(Message.brut(question.libelle()), texte));
            }
        });
        return saisi;
    }

    private LocalDate aujourdhui() {
        return horloge.instant().atZone(Formats.PARIS).toLocalDate();
    }
}
