package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.paiement.NoterVersement.Geste;
import fr.convergence.portail.paiement.NoterVersement.Issue;
import fr.convergence.portail.paiement.VersementPage.Bornes;
import fr.convergence.portail.paiement.VersementPage.Concerne;
import fr.convergence.portail.paiement.VersementPage.Montre;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Ce que note l'ANS, qui paie (INSTR-6) : l'avance, le solde, et l'annulation de ce qui fut noté par erreur. */
@Controller
@RequestMapping("/instruction/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/versements/{versement:avance|solde}")
@ReserveA(Role.ANS)
final class VersementsController {

    private static final int MOTIF_MAX = 4000;

    private final Dossiers dossiers;
    private final Paiements paiements;
    private final GuichetsPublies guichets;
    private final NoterVersement noter;
    private final Clock horloge;

    VersementsController(
            Dossiers dossiers, Paiements paiements, GuichetsPublies guichets, NoterVersement noter, Clock horloge) {
        this.dossiers = dossiers;
        this.paiements = paiements;
        this.guichets = guichets;
        this.noter = noter;
        this.horloge = horloge;
    }

    /** Les deux pages de ce contrôleur, chacune avec son envoi. */
    private enum Acte {
        NOTER,
        ANNULER;

        Optional<CodeDeVersement> possible(Paiement paiement) {
            return switch (this) {
                case NOTER -> paiement.prochain();
                case ANNULER -> paiement.dernier();
            };
        }
    }

    private record Cible(Dossier dossier, Paiement paiement, CodeDeVersement versement, Acte acte) {}

    @GetMapping
    Vue proposer(
            Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable String versement) {
        return cible(qui, reference, etape, versement, Acte.NOTER)
                .<Vue>map(cible -> page(cible, aujourdhui().toString(), Erreurs.aucune()))
                .orElseGet(() -> plusRien(reference, etape, Acte.NOTER));
    }

    @PostMapping
    Vue noter(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String versement,
            @RequestParam(name = "paiement", defaultValue = "") String marque,
            @RequestParam(defaultValue = "") String jour) {
        var tenu = tenu(qui, reference, etape, versement, Acte.NOTER);
        if (tenu.isEmpty()) {
            return plusRien(reference, etape, Acte.NOTER);
        }
        var cible = tenu.get();
        return ChampSaisi.jour(FormeNormale.texte(jour))
                .map(lu -> suite(qui, cible, new Geste.Noter(marque, lu), jour))
                .orElseGet(() -> page(cible, marque, jour, erreur(cible, "paiement.erreur.jour")));
    }

    @GetMapping("/annulations")
    Vue proposerDAnnuler(
            Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable String versement) {
        return cible(qui, reference, etape, versement, Acte.ANNULER)
                .<Vue>map(cible -> page(cible, "", Erreurs.aucune()))
                .orElseGet(() -> plusRien(reference, etape, Acte.ANNULER));
    }

    @PostMapping("/annulations")
    Vue annuler(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String versement,
            @RequestParam(name = "paiement", defaultValue = "") String marque,
            @RequestParam(defaultValue = "") String motif) {
        var tenu = tenu(qui, reference, etape, versement, Acte.ANNULER);
        if (tenu.isEmpty()) {
            return plusRien(reference, etape, Acte.ANNULER);
        }
        var erreurs = Erreurs.aucune();
        var lu = FormeNormale.texte(motif);
        if (lu.isEmpty()) {
            erreurs.ajouter("motif", "paiement.erreur.annulation");
        } else if (lu.length() > MOTIF_MAX) {
            erreurs.ajouter("motif", "paiement.erreur.long", lu.length(), MOTIF_MAX);
        }
        return erreurs.vides()
                ? suite(qui, tenu.get(), new Geste.Annuler(marque, lu), motif)
                : page(tenu.get(), marque, motif, erreurs);
    }

    private Vue suite(Connecte qui, Cible cible, Geste geste, String saisi) {
        var dossier = cible.dossier().reference();
        var etape = cible.paiement().etape();
        var retour = new Redirection(Concerne.dossier(dossier.valeur(), etape));
        return switch (noter.executer(qui, dossier, etape, cible.versement(), geste)) {
            case Issue.Faite() ->
                retour.avec(Annonce.succes(
                        switch (cible.acte()) {
                            case NOTER -> "paiement.note.fait";
                            case ANNULER -> "paiement.annule.fait";
                        }));
            case Issue.DejaNote(var jour) -> retour.avec(Annonce.avertissement("paiement.deja", Formats.date(jour)));
            case Issue.JourAVenir() -> page(cible, geste.marque(), saisi, erreur(cible, "paiement.erreur.jour.futur"));
            case Issue.JourTropTot(var premier) ->
                page(cible, geste.marque(), saisi, erreur(cible, "paiement.erreur.jour.avant", Formats.date(premier)));
            case Issue.Change() -> changee(qui, cible, saisi);
            case Issue.PasLui() -> plusRien(dossier.valeur(), etape, cible.acte());
            case Issue.Introuvable() -> throw introuvable();
        };
    }

    /** Ce que c'est maintenant, et ce qui était tapé : rien ne se note sur autre chose que ce qui a été lu. */
    private Vue changee(Connecte qui, Cible avant, String saisi) {
        var reference = avant.dossier().reference().valeur();
        var etape = avant.paiement().etape();
        return cible(qui, reference, etape, avant.versement().code(), avant.acte())
                .<Vue>map(cible -> {
                    var montant = Formats.montant(cible.paiement().montant(cible.versement()));
                    return page(
                            cible,
                            saisi,
                            switch (cible.acte()) {
                                case NOTER -> erreur(cible, "paiement.change.noter", montant);
                                case ANNULER ->
                                    erreur(
                                            cible,
                                            "paiement.change.annuler",
                                            montant,
                                            cible.paiement()
                                                    .jour(cible.versement())
                                                    .map(Formats::date)
                                                    .orElseThrow());
                            });
                })
                .orElseGet(() -> plusRien(reference, etape, avant.acte()));
    }

    private static Erreurs erreur(Cible cible, String cle, Object... args) {
        return Erreurs.aucune()
                .ajouter(
                        switch (cible.acte()) {
                            case NOTER -> "jour";
                            case ANNULER -> "motif";
                        },
                        cle,
                        args);
    }

    private static Vue plusRien(String reference, String etape, Acte acte) {
        return new Redirection(Concerne.dossier(reference, etape))
                .avec(Annonce.avertissement(
                        switch (acte) {
                            case NOTER -> "paiement.rien-a-noter";
                            case ANNULER -> "paiement.rien-a-annuler";
                        }));
    }

    private VersementPage page(Cible cible, String saisi, Erreurs erreurs) {
        return page(cible, cible.paiement().marque(), saisi, erreurs);
    }

    /** @param marque celle que la page d'avant montrait */
    private VersementPage page(Cible cible, String marque, String saisi, Erreurs erreurs) {
        var dossier = cible.dossier();
        return new VersementPage(
                new Concerne(
                        dossier.reference().valeur(),
                        dossier.candidat().nom(),
                        guichets.version(dossier.guichet()).definition().titre(),
                        cible.paiement().etape()),
                cible.versement(),
                new Montre(
                        marque,
                        cible.paiement().montant(cible.versement()),
                        cible.paiement().jour(cible.versement())),
                cible.acte() == Acte.ANNULER,
                saisi,
                new Bornes(
                        cible.paiement().premierJour(cible.versement()).toString(),
                        aujourdhui().toString()),
                erreurs);
    }

    private LocalDate aujourdhui() {
        return horloge.instant().atZone(Formats.PARIS).toLocalDate();
    }

    /** Vide quand ce n'est plus à faire. */
    private Optional<Cible> cible(Connecte qui, String reference, String etape, String versement, Acte acte) {
        return tenu(qui, reference, etape, versement, acte)
                .filter(cible -> acte.possible(cible.paiement())
                        .filter(cible.versement()::equals)
                        .isPresent());
    }

    /** Vide d'une étape dont rien ne se paie. */
    private Optional<Cible> tenu(Connecte qui, String reference, String etape, String versement, Acte acte) {
        var dossier = dossiers.duVerificateur(qui, new ReferenceDeDossier(reference))
                .orElseThrow(VersementsController::introuvable);
        return paiements
                .celui(dossier.id(), etape)
                .map(paiement -> new Cible(
                        dossier, paiement, CodeDeVersement.lire(versement).orElseThrow(), acte));
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
