package fr.convergence.portail.instruction;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.PlacePrise;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.instruction.DecisionDevanceePage.Cause;
import fr.convergence.portail.paiement.AccordDevance;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les décisions (INSTR-3) : chacune a sa page, et se prend en la créant. */
@Controller
@RequestMapping("/instruction/{reference}/{etape}/decisions/{nature}")
@ReserveA({Role.ARS, Role.ANS})
final class DecisionController {

    private final Dossiers dossiers;
    private final Decider decider;
    private final PagesDeDecision pages;
    private final EnvoisUniques envois;

    DecisionController(Dossiers dossiers, Decider decider, PagesDeDecision pages, EnvoisUniques envois) {
        this.envois = envois;
        this.dossiers = dossiers;
        this.decider = decider;
        this.pages = pages;
    }

    @GetMapping
    Vue proposer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String nature,
            @RequestParam(defaultValue = "") String liste) {
        var cible = cible(qui, reference, etape, nature, liste);
        if (cible.isEmpty()) {
            return introuvable();
        }
        return pages.permise(qui, cible.get()).orElseGet(() -> pages.vierge(cible.get()));
    }

    @Rejouable("retient la clé lui-même, pour répondre d’une place prise une fois tout défait")
    @PostMapping
    Vue prendre(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String nature,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam Map<String, String> champs,
            HttpServletRequest requete)
            throws Exception {
        var trouvee = cible(qui, reference, etape, nature, champs.getOrDefault("liste", ""));
        if (trouvee.isEmpty()) {
            return introuvable();
        }
        var cible = trouvee.get().aLaVersion(ChampSaisi.version(version));
        var saisie = new SaisieDeDecision(champs);
        var decision = pages.lire(qui, cible, saisie);
        if (decision.isEmpty() || champs.containsKey("apercu")) {
            return pages.saisie(cible, champs, decision, saisie.erreurs());
        }
        if (!DecisionPage.montree(decision.get(), champs)) {
            saisie.erreurs().ajouter("courriels", "instruction.apercu.change");
            return pages.saisie(cible, champs, decision, saisie.erreurs());
        }
        try {
            return (Vue) requireNonNull(envois.uneFois(requete, () -> suite(qui, cible, decision.get(), champs)));
        } catch (PlacePrise prise) {
            return pages.empechee(cible, new Cause.Remplacee(), champs);
        } catch (AccordDevance devance) {
            return aRetenir(qui, cible, champs);
        }
    }

    private Vue suite(Connecte qui, Cible cible, Decision decision, Map<String, String> champs) {
        var reference = cible.dossier().reference();
        return switch (decider.executer(qui, reference, cible.etape().code(), cible.version(), decision)) {
            case Issue.Prise(var statut) ->
                new Redirection(cible.enTete(pages).dossier()).avec(annonce(cible.nature(), statut));
            case Issue.Devancee(var par) -> pages.devancee(cible, par, champs);
            case Issue.HorsDeVosMains(var statut) -> pages.empechee(cible, new Cause.HorsDeVosMains(statut), champs);
            case Issue.SuiteCommencee(var apres) -> pages.suiteCommencee(cible, apres, champs);
            case Issue.ConventionSignee() -> pages.empechee(cible, new Cause.ConventionSignee(), champs);
            case Issue.VersementNote() -> pages.empechee(cible, new Cause.VersementNote(), champs);
            case Issue.ControlesManquants(var points) ->
                pages.empechee(cible, new Cause.ControlesManquants(points), champs);
            case Issue.MontantARetenir() -> aRetenir(qui, cible, champs);
            case Issue.Introuvable() -> introuvable();
        };
    }

    /** Ce que l'on sait du montant a changé pendant l'envoi : la page le dit, ou renvoie au dossier. */
    private Vue aRetenir(Connecte qui, Cible cible, Map<String, String> champs) {
        var saisie = new SaisieDeDecision(champs);
        var decision = pages.lire(qui, cible, saisie);
        return saisie.erreurs().vides()
                ? pages.devancee(cible, Optional.empty(), champs)
                : pages.saisie(cible, champs, decision, saisie.erreurs());
    }

    /** Une étape jamais transmise ne se voit pas d'un vérificateur, et ne se décide pas. */
    private Optional<Cible> cible(Connecte qui, String reference, String code, String nature, String position) {
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .flatMap(lue -> dossiers.duVerificateur(qui, lue))
                .flatMap(dossier -> dossier.etape(code)
                        .filter(etape -> etape.etat().transmise())
                        .flatMap(etape -> Nature.lire(nature)
                                .map(lue -> new Cible(dossier, etape, lue, etape.version(), position))));
    }

    private static Annonce annonce(Nature nature, Statut statut) {
        return switch (nature) {
            case VALIDATION ->
                statut == Statut.TRANSMIS_ANS
                        ? Annonce.succes("instruction.validation.faite.suivant")
                        : Annonce.succes("instruction.validation.faite");
            case MODIFICATION -> Annonce.succes("instruction.modification.faite");
            case REFUS -> Annonce.succes("instruction.refus.faite");
            case REPRISE -> Annonce.succes("instruction.reprise.faite");
        };
    }

    private static Vue introuvable() {
        return new ErreurPage(HttpStatus.NOT_FOUND, null);
    }

    /** Les quatre décisions, telles que l'adresse les nomme. */
    enum Nature {
        VALIDATION,
        MODIFICATION,
        REFUS,
        REPRISE;

        static Optional<Nature> lire(String texte) {
            return Arrays.stream(values())
                    .filter(nature -> nature.code().equals(texte))
                    .findFirst();
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Ce sur quoi porte la décision ; la version est celle que le vérificateur a lue.
     *
     * @param position où il en est de sa liste
     */
    record Cible(Dossier dossier, Etape etape, Nature nature, int version, String position) {

        Cible aLaVersion(int lue) {
            return new Cible(dossier, etape, nature, lue, position);
        }

        EnTete enTete(PagesDeDecision pages) {
            return pages.enTete(this);
        }
    }
}
