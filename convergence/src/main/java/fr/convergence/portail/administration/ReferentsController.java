package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.ReferentPage.DossierTenu;
import fr.convergence.portail.administration.ReferentPage.Represente;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.dossier.DossiersDuReferent.EnCours;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.courriel.SuiviDesCourriels;
import fr.convergence.socle.courriel.SuiviDesCourriels.Criteres;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ReinitialiserSecondFacteur;
import java.util.List;
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

/** Les référents (ADM-1) : les chercher, lire leur fiche, délier l'application de qui l'a perdue. */
@Controller
@ReserveA(Role.OPERATEUR)
final class ReferentsController {

    static final String CHEMIN = "/administration/referents";
    private static final int LIGNES = 25;

    private final ConsulterReferent consulter;
    private final EtablissementsDuCompte representes;
    private final Etablissements registre;
    private final DossiersDuReferent dossiers;
    private final GuichetsPublies guichets;
    private final SuiviDesCourriels courriels;
    private final ReinitialiserSecondFacteur reinitialiser;

    ReferentsController(
            ConsulterReferent consulter,
            EtablissementsDuCompte representes,
            Etablissements registre,
            DossiersDuReferent dossiers,
            GuichetsPublies guichets,
            SuiviDesCourriels courriels,
            ReinitialiserSecondFacteur reinitialiser) {
        this.consulter = consulter;
        this.representes = representes;
        this.registre = registre;
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.courriels = courriels;
        this.reinitialiser = reinitialiser;
    }

    /** Tant que rien n'est cherché, rien n'est montré : on ne parcourt pas les personnes. */
    @GetMapping(CHEMIN)
    Vue chercher(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID apres) {
        var recherche = AdresseDeListe.net(q);
        var trouves = recherche.isEmpty() ? List.<Compte>of() : consulter.chercher(recherche, apres, LIGNES + 1);
        return ReferentsPage.de(recherche, trouves, LIGNES, apres != null);
    }

    @GetMapping(CHEMIN + "/{id}")
    Vue montrer(@PathVariable UUID id, Connecte qui) {
        var referent = consulter.executer(id, qui).orElseThrow(ReferentsController::absent);
        var adresse = referent.courriel().valeur();
        return ReferentPage.de(
                referent,
                representes.de(id).stream().map(this::represente).toList(),
                dossiers.pourLOperateur(id).stream().map(this::tenu).toList(),
                courriels.chercher(
                        new Criteres(Optional.of(adresse), Optional.empty(), Optional.empty()), null, LIGNES));
    }

    @GetMapping(CHEMIN + "/{id}/second-facteur")
    Vue confirmer(@PathVariable UUID id) {
        return ConfirmationPage.duReferent(consulter.referent(id).orElseThrow(ReferentsController::absent));
    }

    @PostMapping(CHEMIN + "/{id}/second-facteur")
    Vue delier(@PathVariable UUID id, Connecte qui) {
        var referent = consulter.referent(id).orElseThrow(ReferentsController::absent);
        return new Redirection(CHEMIN + "/" + id)
                .avec(
                        reinitialiser.executer(id, qui)
                                ? Annonce.succes("administration.comptes.second-facteur.fait", referent.nomComplet())
                                : Annonce.information("administration.referents.second-facteur.aucun"));
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Represente represente(CleCandidat cle) {
        var candidat = registre.candidat(cle);
        return new Represente(
                candidat.map(Candidat::denomination).orElse(cle.identifiant()),
                cle.type().libelle(),
                candidat.filter(Candidat::ouvert).isPresent());
    }

    private DossierTenu tenu(EnCours dossier) {
        var guichet = guichets.version(dossier.guichet()).definition();
        return new DossierTenu(
                dossier.reference().valeur(),
                guichet.titre(),
                dossier.candidat().nom(),
                guichet.etape(dossier.etape()).orElseThrow().titre(),
                dossier.statut());
    }
}
