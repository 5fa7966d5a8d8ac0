package fr.convergence.portail.transfert;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.Acte;
import fr.convergence.portail.acte.ActeDuDossier.DossierTransfere;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.transfert.ChangementPage.Passe;
import fr.convergence.portail.transfert.ChangementPage.Saisie;
import fr.convergence.portail.transfert.ChangerDeReferent.Issue;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les transferts que l'opérateur décide (TRF-2) : trouver la candidature, choisir son référent, dire pourquoi ; en défaire un. */
@Controller
@ReserveA(Role.OPERATEUR)
@RequestMapping(ChangementDeReferentController.CHEMIN)
final class ChangementDeReferentController {

    static final String CHEMIN = "/administration/transferts";
    private static final int MOTIF_MAX = 1_000;

    private final Dossiers dossiers;
    private final Comptes comptes;
    private final GuichetsPublies guichets;
    private final Journal journal;
    private final ChangerDeReferent changer;

    ChangementDeReferentController(
            Dossiers dossiers, Comptes comptes, GuichetsPublies guichets, Journal journal, ChangerDeReferent changer) {
        this.dossiers = dossiers;
        this.comptes = comptes;
        this.guichets = guichets;
        this.journal = journal;
        this.changer = changer;
    }

    @GetMapping
    Vue chercher(@RequestParam(required = false) Optional<String> reference) {
        if (reference.isEmpty()) {
            return new RechercheDeDossierPage("", Erreurs.aucune());
        }
        return ReferenceDeDossier.lire(reference.get())
                .siLue()
                .flatMap(dossiers::celui)
                .<Vue>map(dossier -> new Redirection(CHEMIN + "/" + dossier.reference()))
                .orElseGet(() -> new RechercheDeDossierPage(
                        reference.get(), Erreurs.aucune().ajouter("reference", "transfert.operateur.inconnue")));
    }

    @GetMapping("/{reference}")
    Vue choisir(@PathVariable String reference) {
        return page(un(reference), Saisie.VIERGE, Erreurs.aucune());
    }

    @PostMapping("/{reference}")
    Vue transferer(@PathVariable String reference, @ModelAttribute Saisie saisie, Connecte qui) {
        var dossier = un(reference);
        var motif = FormeNormale.texte(saisie.motif());
        var nouveau = Uuid.lire(saisie.choisi());
        var tenu = Uuid.lire(saisie.lu());
        var erreurs = Erreurs.aucune();
        if (nouveau.isEmpty()) {
            erreurs.ajouter(ChangementPage.VERS, "transfert.operateur.vers.manque");
        }
        if (motif.isEmpty()) {
            erreurs.ajouter(ChangementPage.MOTIF, "transfert.operateur.motif.manque");
        } else if (motif.length() > MOTIF_MAX) {
            erreurs.ajouter(
                    ChangementPage.MOTIF, new Message("transfert.operateur.motif.long", Formats.entier(MOTIF_MAX)));
        }
        if (!erreurs.vides()) {
            return page(dossier, saisie, erreurs);
        }
        var issue = tenu.<Issue>map(lu -> changer.executer(qui, dossier.reference(), lu, nouveau.orElseThrow(), motif))
                .orElseGet(Issue.DejaChange::new);
        return switch (issue) {
            case Issue.Fait() ->
                new Redirection(CHEMIN + "/" + dossier.reference()).avec(Annonce.succes("transfert.operateur.fait"));
            case Issue.DejaChange() ->
                page(un(reference), saisie, erreurs.ajouter(ChangementPage.VERS, "transfert.operateur.deja-change"));
            case Issue.PasCollaborateur() ->
                page(dossier, saisie, erreurs.ajouter(ChangementPage.VERS, "transfert.operateur.pas-collaborateur"));
        };
    }

    private ChangementPage page(Dossier dossier, Saisie saisie, Erreurs erreurs) {
        var possibles =
                comptes.collaborateurs(dossier.referent(), dossier.candidat().cle());
        return new ChangementPage(
                dossier.reference().valeur(),
                guichets.version(dossier.guichet()).definition().titre(),
                dossier.candidat().nom(),
                dossier.referent().toString(),
                nom(dossier.referent()),
                possibles.stream()
                        .map(compte -> new Choix(
                                compte.id().toString(),
                                compte.nomComplet(),
                                compte.courriel().valeur()))
                        .toList(),
                passes(dossier, possibles),
                saisie,
                erreurs);
    }

    /** Du plus récent au plus ancien ; le dernier se défait si qui la tenait représente encore l'établissement. */
    private List<Passe> passes(Dossier dossier, List<Compte> possibles) {
        var passes = journal.chaine(dossier.reference().valeur()).stream()
                .flatMap(ligne -> Acte.lire(ligne).stream()
                        .flatMap(acte -> acte instanceof DossierTransfere transfert
                                ? Stream.of(new Passe(
                                        ligne.le(),
                                        nom(transfert.ancien()),
                                        nom(transfert.nouveau()),
                                        transfert.motif().orElse(""),
                                        possibles.stream().map(Compte::id).anyMatch(transfert.ancien()::equals)
                                                        && transfert.nouveau().equals(dossier.referent())
                                                ? transfert.ancien().toString()
                                                : ""))
                                : Stream.empty()))
                .toList()
                .reversed();
        return Stream.concat(passes.stream().limit(1), passes.stream().skip(1).map(Passe::ancienne))
                .toList();
    }

    private String nom(UUID compte) {
        return comptes.noms(List.of(compte)).getOrDefault(compte, "");
    }

    private Dossier un(String reference) {
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .flatMap(dossiers::celui)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
