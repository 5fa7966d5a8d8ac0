package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.piece.SansScript;
import fr.convergence.portail.reprise.ArbitragePage.Demande;
import fr.convergence.portail.reprise.ArbitragesPage.Ligne;
import fr.convergence.portail.reprise.TrancherReprise.Issue;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Les demandes de reprise que l'opérateur tranche (TRF-3). */
@Controller
@ReserveA(Role.OPERATEUR)
@RequestMapping(ArbitrageController.CHEMIN)
final class ArbitrageController {

    static final String CHEMIN = "/administration/reprises";
    private static final String ACCORDER = "accorder";
    private static final String REJETER = "rejeter";

    private final Dossiers dossiers;
    private final Reprises reprises;
    private final TrancherReprise trancher;
    private final PreuvesDeReprise preuves;
    private final Comptes comptes;
    private final GuichetsPublies guichets;
    private final Textes textes;

    ArbitrageController(
            Dossiers dossiers,
            Reprises reprises,
            TrancherReprise trancher,
            PreuvesDeReprise preuves,
            Comptes comptes,
            GuichetsPublies guichets,
            Textes textes) {
        this.dossiers = dossiers;
        this.reprises = reprises;
        this.trancher = trancher;
        this.preuves = preuves;
        this.comptes = comptes;
        this.guichets = guichets;
        this.textes = textes;
    }

    @GetMapping
    Vue lister() {
        var ouvertes = reprises.ouvertes();
        var noms = comptes.noms(ouvertes.stream()
                .flatMap(reprise -> Stream.of(reprise.demandeur(), reprise.tenu()))
                .distinct()
                .toList());
        return new ArbitragesPage(ouvertes.stream()
                .map(reprise -> new Ligne(
                        reprise.reference().valeur(),
                        noms.getOrDefault(reprise.demandeur(), ""),
                        noms.getOrDefault(reprise.tenu(), ""),
                        reprise.le(),
                        etat(reprise)))
                .toList());
    }

    @GetMapping("/{reference}")
    Vue montrer(@PathVariable String reference) {
        return page(un(reference), "", "", Erreurs.aucune());
    }

    @Rejouable(
            "retient la clé lui-même : les octets de la preuve arrivent hors de la transaction qui lui fait sa place")
    @PostMapping("/{reference}/preuves")
    Vue joindre(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String motif,
            HttpServletRequest requete)
            throws Exception {
        var dossier = un(reference);
        if (fichier == null || !choisi(fichier)) {
            var manque = Erreurs.aucune().ajouter(ArbitragePage.FICHIER, "reprise.preuve.choisir");
            return page(dossier, decision, motif, manque);
        }
        var refus = preuves.joindre(qui, dossier.reference(), fichier, requete);
        if (refus.isPresent()) {
            return page(dossier, decision, motif, Erreurs.aucune().ajouter(ArbitragePage.FICHIER, refus.get()));
        }
        // Une décision déjà écrite revient avec la page : une redirection la perdrait.
        return decision.isEmpty() && FormeNormale.vide(motif)
                ? new Redirection(CHEMIN + "/" + reference).avec(Annonce.succes("reprise.preuve.jointe"))
                : page(dossier, decision, motif, true, Erreurs.aucune());
    }

    @GetMapping("/{reference}/preuve")
    void preuve(@PathVariable String reference, HttpServletResponse reponse) throws IOException {
        var preuve = reprises.derniere(un(reference).reference()).flatMap(preuves::lire);
        if (preuve.isPresent()) {
            Telechargement.servir(preuve.get(), reponse);
        } else {
            reponse.sendRedirect(CHEMIN + "/" + reference);
        }
    }

    @PostMapping("/{reference}")
    Vue trancher(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String demande,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(required = false) @Nullable MultipartFile fichier) {
        var dossier = un(reference);
        var texte = FormeNormale.texte(motif);
        var erreurs = Erreurs.aucune();
        if (choisi(fichier)) {
            erreurs.ajouter(ArbitragePage.FICHIER, "reprise.preuve.pas-jointe");
        }
        if (!List.of(ACCORDER, REJETER).contains(decision)) {
            erreurs.ajouter(ArbitragePage.DECISION, "reprise.decision.manque");
        }
        erreurs.ajouter(Motif.erreurs(ArbitragePage.MOTIF, texte, "reprise.motif.manque"));
        if (!erreurs.vides()) {
            return page(dossier, decision, motif, erreurs);
        }
        var issue = Uuid.lire(demande)
                .map(lue -> trancher(qui, dossier, lue, decision, texte))
                .orElseGet(Issue.PasATrancher::new);
        var retour = new Redirection(CHEMIN);
        return switch (issue) {
            case Issue.Accordee() -> retour.avec(Annonce.succes("reprise.accordee"));
            case Issue.Rejetee() -> retour.avec(Annonce.succes("reprise.rejetee"));
            case Issue.DemandeurParti() -> retour.avec(Annonce.information("reprise.demandeur-parti"));
            case Issue.PasATrancher() ->
                page(
                        un(reference),
                        decision,
                        motif,
                        Erreurs.aucune().ajouter(ArbitragePage.DECISION, "reprise.pas-a-trancher"));
            case Issue.SansPreuve() ->
                page(
                        dossier,
                        decision,
                        motif,
                        Erreurs.aucune().ajouter(ArbitragePage.FICHIER, "reprise.preuve.manque"));
            case Issue.PreuveEnAnalyse() ->
                page(
                        dossier,
                        decision,
                        motif,
                        Erreurs.aucune().ajouter(ArbitragePage.DECISION, "reprise.preuve.attend"));
        };
    }

    private static boolean choisi(@Nullable MultipartFile fichier) {
        return fichier != null && !SansScript.nom(fichier).isEmpty();
    }

    private Issue trancher(Connecte qui, Dossier dossier, UUID demande, String decision, String motif) {
        return decision.equals(ACCORDER)
                ? trancher.accorder(qui, dossier.reference(), demande, motif)
                : trancher.rejeter(qui, dossier.reference(), demande, motif);
    }

    private ArbitragePage page(Dossier dossier, String decision, String motif, Erreurs erreurs) {
        return page(dossier, decision, motif, false, erreurs);
    }

    private ArbitragePage page(Dossier dossier, String decision, String motif, boolean jointe, Erreurs erreurs) {
        return new ArbitragePage(
                dossier.reference().valeur(),
                guichets.version(dossier.guichet()).definition().titre(),
                dossier.candidat().nom(),
                reprises.derniere(dossier.reference()).map(this::demande),
                Stream.of(ACCORDER, REJETER)
                        .map(choix -> new Choix(
                                choix,
                                textes.de("reprise.decision." + choix),
                                textes.de("reprise.decision." + choix + ".quoi")))
                        .toList(),
                decision,
                motif,
                jointe,
                PreuvesDeReprise.LIMITES.extensionsEnClair(),
                PreuvesDeReprise.extensions(),
                erreurs);
    }

    private Demande demande(DemandeDeReprise reprise) {
        var noms = comptes.noms(List.of(reprise.demandeur(), reprise.tenu()));
        return new Demande(
                reprise.id().toString(),
                noms.getOrDefault(reprise.demandeur(), ""),
                noms.getOrDefault(reprise.tenu(), ""),
                reprise.le(),
                reprise.message(),
                etat(reprise),
                reprise.refus(),
                preuves.montrer(reprise),
                reprises.tranchable(reprise));
    }

    private static Message etat(DemandeDeReprise reprise) {
        return reprise.etat() instanceof EtatDeReprise.Demandee(var jusqu)
                ? new Message("reprise.jusqu", Formats.dateHeure(jusqu.minusSeconds(1)))
                : new Message("reprise.etat." + reprise.etat().code().name());
    }

    private Dossier un(String reference) {
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .flatMap(dossiers::celui)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
