package fr.convergence.isc.administration;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.CreerCompte;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.DesactiverCompte;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Les opérateurs : les inviter, leur fermer la porte (ISC-15). */
@Controller
@ReserveAux(Fonction.OPERATEUR)
@RequestMapping(OperateursController.CHEMIN)
final class OperateursController {

    static final String CHEMIN = "/administration/operateurs";

    private final Comptes comptes;
    private final CreerCompte creer;
    private final DesactiverCompte desactiver;

    OperateursController(Comptes comptes, CreerCompte creer, DesactiverCompte desactiver) {
        this.comptes = comptes;
        this.creer = creer;
        this.desactiver = desactiver;
    }

    @GetMapping
    Vue liste(Membre qui) {
        return page(qui, SaisieDOperateur.VIERGE, Erreurs.aucune());
    }

    @PostMapping
    Vue inviter(@ModelAttribute SaisieDOperateur saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var nouveau = saisie.lue(erreurs);
        if (nouveau.isEmpty()) {
            return page(qui, saisie, erreurs);
        }
        return switch (creer.executer(nouveau.get(), qui.getName())) {
            case CreerCompte.Resultat.Cree _ ->
                new Redirection(CHEMIN).avec(Annonce.succes("administration.operateurs.invite", saisie.courriel()));
            case CreerCompte.Resultat.DejaPris() ->
                page(qui, saisie, erreurs.ajouter("courriel", "administration.operateurs.pris"));
        };
    }

    /** Ses sessions finissent aussitôt ; nul ne se ferme la porte à soi-même. */
    @PostMapping("/{id}/fermeture")
    Vue fermer(@PathVariable UUID id, Membre qui) {
        var operateur = comptes.titulaire(id).filter(compte -> compte.fonction() == Fonction.OPERATEUR);
        return new Redirection(CHEMIN)
                .avec(
                        operateur.isPresent() && desactiver.executer(id, qui)
                                ? Annonce.succes("administration.operateurs.ferme")
                                : Annonce.avertissement("administration.operateurs.impossible"));
    }

    private OperateursPage page(Membre qui, SaisieDOperateur saisie, Erreurs erreurs) {
        return new OperateursPage(
                comptes.operateurs().stream()
                        .map(compte -> new OperateursPage.Ligne(
                                compte.id(),
                                compte.personne().nomComplet(),
                                compte.personne().courriel().valeur(),
                                compte.id().equals(qui.compte())))
                        .toList(),
                saisie,
                erreurs);
    }
}
