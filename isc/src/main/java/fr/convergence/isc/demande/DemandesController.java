package fr.convergence.isc.demande;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Vos demandes à traiter » (ISC-12) ; les opérateurs ont les leurs à leur adresse. */
@Controller
final class DemandesController {

    static final String CHEMIN = "/demandes";
    static final String DES_OPERATEURS = "/administration/demandes";
    private static final int LIGNES = 25;
    private static final int MOTIF_MAX = 1_000;

    private final Demandes demandes;
    private final TraiterDemande traiter;
    private final Comptes comptes;
    private final Entreprises entreprises;

    DemandesController(Demandes demandes, TraiterDemande traiter, Comptes comptes, Entreprises entreprises) {
        this.demandes = demandes;
        this.traiter = traiter;
        this.comptes = comptes;
        this.entreprises = entreprises;
    }

    @GetMapping(CHEMIN)
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT})
    Vue deLEntreprise(Membre qui, @RequestParam(required = false) @Nullable UUID apres) {
        return liste(qui, CHEMIN, apres);
    }

    @GetMapping(DES_OPERATEURS)
    @ReserveAux(Fonction.OPERATEUR)
    Vue desOperateurs(Membre qui, @RequestParam(required = false) @Nullable UUID apres) {
        return liste(qui, DES_OPERATEURS, apres);
    }

    @GetMapping({CHEMIN + "/{id}", DES_OPERATEURS + "/{id}"})
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.OPERATEUR})
    Vue une(@PathVariable UUID id, Membre qui) {
        return page(qui, celle(qui, id), "", Erreurs.aucune());
    }

    @PostMapping({CHEMIN + "/{id}/validation", DES_OPERATEURS + "/{id}/validation"})
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.OPERATEUR})
    Vue valider(@PathVariable UUID id, Membre qui) {
        return switch (traiter.valider(id, qui)) {
            case TraiterDemande.Resultat.Traitee() ->
                new Redirection(chemin(qui)).avec(Annonce.succes("demande.validee"));
            case TraiterDemande.Resultat.Introuvable() ->
                new Redirection(chemin(qui)).avec(Annonce.avertissement("demande.deja"));
            case TraiterDemande.Resultat.DejaPris() ->
                page(qui, celle(qui, id), "", Erreurs.aucune().ajouter("motif", "demande.prise"));
        };
    }

    @PostMapping({CHEMIN + "/{id}/refus", DES_OPERATEURS + "/{id}/refus"})
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.OPERATEUR})
    Vue refuser(@PathVariable UUID id, @RequestParam(defaultValue = "") String motif, Membre qui) {
        var texte = FormeNormale.texte(motif);
        var erreurs = Erreurs.aucune();
        if (texte.isEmpty()) {
            erreurs.ajouter("motif", "demande.motif.manque");
        } else if (texte.length() > MOTIF_MAX) {
            erreurs.ajouter("motif", new Message("demande.motif.long", Formats.entier(MOTIF_MAX)));
        }
        if (!erreurs.vides()) {
            return demandes.une(qui, id)
                    .<Vue>map(demande -> page(qui, demande, motif, erreurs))
                    .orElseGet(() -> new Redirection(chemin(qui)).avec(Annonce.avertissement("demande.deja")));
        }
        return switch (traiter.refuser(id, qui, texte)) {
            case TraiterDemande.Resultat.Traitee() ->
                new Redirection(chemin(qui)).avec(Annonce.succes("demande.refusee"));
            case TraiterDemande.Resultat.Introuvable(), TraiterDemande.Resultat.DejaPris() ->
                new Redirection(chemin(qui)).avec(Annonce.avertissement("demande.deja"));
        };
    }

    private Vue liste(Membre qui, String chemin, @Nullable UUID apres) {
        return DemandesPage.de(
                chemin,
                demandes.aTraiter(qui, Optional.ofNullable(apres), LIGNES + 1),
                LIGNES,
                apres != null,
                demande -> DemandesPage.demandeur(demande, demande.demandeur().flatMap(comptes::titulaire)));
    }

    private DemandeATraiter celle(Membre qui, UUID id) {
        return demandes.une(qui, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private DemandePage page(Membre qui, DemandeATraiter demande, String motif, Erreurs erreurs) {
        return new DemandePage(
                demande,
                DemandesPage.demandeur(demande, demande.demandeur().flatMap(comptes::titulaire)),
                entreprises.une(demande.entreprise()).orElseThrow().raisonSociale(),
                chemin(qui),
                motif,
                erreurs);
    }

    private static String chemin(Membre qui) {
        return qui.fonction() == Fonction.OPERATEUR ? DES_OPERATEURS : CHEMIN;
    }
}
