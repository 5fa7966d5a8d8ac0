package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.compte.CreerCompte;
import fr.convergence.isc.compte.EncadrerCompte;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.Invitation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** « Ajouter un collaborateur », le corriger, lui renvoyer son invitation (ISC-11). */
@Controller
@ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT})
@RequestMapping(CollaborateursController.CHEMIN)
final class EcrireCollaborateurController {

    private final CollaborateursDeLEntreprise collaborateurs;
    private final CreerCompte creer;
    private final EncadrerCompte encadrer;
    private final Invitation invitation;
    private final Journal journal;

    EcrireCollaborateurController(
            CollaborateursDeLEntreprise collaborateurs,
            CreerCompte creer,
            EncadrerCompte encadrer,
            Invitation invitation,
            Journal journal) {
        this.collaborateurs = collaborateurs;
        this.creer = creer;
        this.encadrer = encadrer;
        this.invitation = invitation;
        this.journal = journal;
    }

    @GetMapping("/nouveau")
    Vue vierge() {
        return new EcrireCollaborateurPage(null, SaisieDeCollaborateur.VIERGE, Erreurs.aucune());
    }

    @PostMapping
    Vue inviter(@ModelAttribute SaisieDeCollaborateur saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var nouveau = saisie.nouveau(qui.sonEntreprise(), qui, erreurs);
        if (nouveau.isEmpty()) {
            return new EcrireCollaborateurPage(null, saisie, erreurs);
        }
        return switch (creer.executer(nouveau.get(), qui.getName())) {
            case CreerCompte.Resultat.Cree(var compte) -> {
                journal.ecrire(
                        ActeDIsc.chaine(qui.sonEntreprise()),
                        qui.getName(),
                        new ActeDIsc.CollaborateurInvite(compte, nouveau.get().fonction()));
                yield new Redirection(CollaborateursController.CHEMIN)
                        .avec(Annonce.succes("collaborateur.invite", saisie.courriel()));
            }
            case CreerCompte.Resultat.DejaPris() ->
                new EcrireCollaborateurPage(null, saisie, erreurs.ajouter("courriel", "collaborateur.pris"));
        };
    }

    @GetMapping("/{id}/modification")
    Vue modifier(@PathVariable UUID id, Membre qui) {
        return new EcrireCollaborateurPage(id, SaisieDeCollaborateur.de(encadre(qui, id)), Erreurs.aucune());
    }

    @PostMapping("/{id}/modification")
    Vue enregistrer(@PathVariable UUID id, @ModelAttribute SaisieDeCollaborateur saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var voulu = saisie.informations(qui, erreurs);
        if (voulu.isEmpty()) {
            return new EcrireCollaborateurPage(id, saisie, erreurs);
        }
        return switch (encadrer.corriger(id, voulu.get(), qui)) {
            case FAIT ->
                new Redirection(CollaborateursController.CHEMIN + "/" + id)
                        .avec(Annonce.succes("collaborateur.corrige"));
            case ADRESSE_PRISE ->
                new EcrireCollaborateurPage(id, saisie, erreurs.ajouter("courriel", "collaborateur.adresse-prise"));
            case IMPOSSIBLE ->
                new Redirection(CollaborateursController.CHEMIN)
                        .avec(Annonce.avertissement("collaborateur.impossible"));
        };
    }

    @PostMapping("/{id}/invitation")
    Vue renvoyer(@PathVariable UUID id, Membre qui) {
        encadre(qui, id);
        return new Redirection(CollaborateursController.CHEMIN + "/" + id)
                .avec(
                        invitation.renvoyer(id, qui.getName())
                                ? Annonce.succes("collaborateur.renvoyee")
                                : Annonce.avertissement("collaborateur.deja-actif"));
    }

    private Collaborateur encadre(Membre qui, UUID id) {
        return collaborateurs
                .un(qui, id)
                .filter(collaborateur -> collaborateur.encadrePar(qui))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
