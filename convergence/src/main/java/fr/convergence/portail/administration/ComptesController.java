package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.DesactiverCompte;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.ReinitialiserSecondFacteur;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les comptes de l'équipe (ADM-1) : les chercher, les réinvitation, les fermer, les rouvrir, délier une application. */
@Controller
@ReserveA(Role.OPERATEUR)
final class ComptesController {

    static final String CHEMIN = "/administration/comptes";
    private static final int LIGNES = 25;

    private final Comptes comptes;
    private final Invitation invitation;
    private final DesactiverCompte desactiver;
    private final ReinitialiserSecondFacteur reinitialiser;

    ComptesController(
            Comptes comptes,
            Invitation invitation,
            DesactiverCompte desactiver,
            ReinitialiserSecondFacteur reinitialiser) {
        this.comptes = comptes;
        this.invitation = invitation;
        this.desactiver = desactiver;
        this.reinitialiser = reinitialiser;
    }

    @GetMapping(CHEMIN)
    Vue lister(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID apres) {
        var recherche = AdresseDeListe.net(q);
        return ComptesPage.de(recherche, comptes.equipe(recherche, apres, LIGNES + 1), LIGNES, apres != null);
    }

    @GetMapping(CHEMIN + "/{id}")
    Vue montrer(@PathVariable UUID id, Connecte qui) {
        return ComptePage.de(membre(id), qui);
    }

    @GetMapping(CHEMIN + "/{id}/{chemin}")
    Vue confirmer(@PathVariable UUID id, @PathVariable String chemin) {
        return ConfirmationPage.de(membre(id), acte(chemin));
    }

    @PostMapping(CHEMIN + "/{id}/{chemin}")
    Vue agir(@PathVariable UUID id, @PathVariable String chemin, Connecte qui) {
        var compte = membre(id);
        var acte = acte(chemin);
        var fait = switch (acte) {
            case INVITATION -> invitation.renvoyer(id, qui.getName());
            case DESACTIVATION -> desactiver.executer(id, qui);
            case REACTIVATION -> desactiver.annuler(id, qui);
            case SECOND_FACTEUR -> reinitialiser.executer(id, qui);
        };
        return new Redirection(CHEMIN + "/" + id)
                .avec(
                        fait
                                ? Annonce.succes(acte.cle() + ".fait", compte.nomComplet())
                                : Annonce.avertissement("administration.comptes.impossible"));
    }

    private Compte membre(UUID id) {
        return comptes.titulaire(id).filter(Compte::deLEquipe).orElseThrow(ComptesController::absent);
    }

    private static ActeSurCompte acte(String chemin) {
        return ActeSurCompte.lire(chemin).orElseThrow(ComptesController::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
