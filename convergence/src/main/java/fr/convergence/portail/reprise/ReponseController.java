package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.reprise.RepondreReprise.Issue;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Répondre à qui demande de reprendre un dossier que l'on tient (TRF-3). */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}/reprise")
final class ReponseController {

    private final Dossiers dossiers;
    private final Reprises reprises;
    private final RepondreReprise repondre;
    private final Comptes comptes;
    private final GuichetsPublies guichets;
    private final Clock horloge;

    ReponseController(
            Dossiers dossiers,
            Reprises reprises,
            RepondreReprise repondre,
            Comptes comptes,
            GuichetsPublies guichets,
            Clock horloge) {
        this.dossiers = dossiers;
        this.reprises = reprises;
        this.repondre = repondre;
        this.comptes = comptes;
        this.guichets = guichets;
        this.horloge = horloge;
    }

    @GetMapping
    Vue montrer(Connecte qui, @PathVariable String reference) {
        return page(dossier(qui, reference), "", Erreurs.aucune());
    }

    @PostMapping("/acceptations")
    Vue accepter(Connecte qui, @PathVariable String reference, @RequestParam(defaultValue = "") String demande) {
        dossier(qui, reference);
        return suite(
                reference,
                Uuid.lire(demande)
                        .map(lue -> repondre.accepter(qui, new ReferenceDeDossier(reference), lue))
                        .orElseGet(Issue.TropTard::new));
    }

    @PostMapping("/refus")
    Vue refuser(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String demande,
            @RequestParam(defaultValue = "") String motif) {
        var dossier = dossier(qui, reference);
        var texte = FormeNormale.texte(motif);
        var erreurs = Motif.erreurs(ReponseAUneReprisePage.MOTIF, texte, "reprise.refus.manque");
        if (!erreurs.vides()) {
            return page(dossier, motif, erreurs);
        }
        return suite(
                reference,
                Uuid.lire(demande)
                        .map(lue -> repondre.refuser(qui, dossier.reference(), lue, texte))
                        .orElseGet(Issue.TropTard::new));
    }

    /** Accepté, le dossier n'est plus à lui. */
    private static Vue suite(String reference, Issue issue) {
        var dossier = new Redirection("/dossiers/" + reference);
        return switch (issue) {
            case Issue.Acceptee() ->
                new Redirection("/tableau-de-bord").avec(Annonce.succes("reprise.acceptee", reference));
            case Issue.Refusee(), Issue.Retiree() -> dossier.avec(Annonce.succes("reprise.refusee"));
            case Issue.TropTard() ->
                new Redirection("/tableau-de-bord").avec(Annonce.avertissement("reprise.deja-repondue"));
            case Issue.DemandeurParti() -> dossier.avec(Annonce.information("reprise.demandeur-parti"));
        };
    }

    private ReponseAUneReprisePage page(Dossier dossier, String motif, Erreurs erreurs) {
        return new ReponseAUneReprisePage(
                dossier.reference().valeur(),
                guichets.version(dossier.guichet()).definition().titre(),
                dossier.candidat().nom(),
                reprises.derniere(dossier.reference()).map(this::demande),
                motif,
                erreurs);
    }

    private ReponseAUneReprisePage.Demande demande(DemandeDeReprise reprise) {
        var demandeur = comptes.titulaire(reprise.demandeur());
        return new ReponseAUneReprisePage.Demande(
                reprise.id().toString(),
                demandeur.map(Compte::nomComplet).orElse(""),
                demandeur.map(compte -> compte.courriel().valeur()).orElse(""),
                reprise.message(),
                reprise.etat() instanceof EtatDeReprise.Demandee(var jusqu)
                        ? new Message("reprise.jusqu", Formats.dateHeure(jusqu.minusSeconds(1)))
                        : new Message("reprise.etat." + reprise.etat().code().name()),
                reprise.etat().ouverte(),
                reprise.etat().refusable(horloge.instant()));
    }

    /** Le dossier d'un autre n'existe pas. */
    private Dossier dossier(Connecte qui, String reference) {
        return dossiers.duReferent(qui, new ReferenceDeDossier(reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
