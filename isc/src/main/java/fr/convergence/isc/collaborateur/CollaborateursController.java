package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.compte.EncadrerCompte;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Liste des collaborateurs » : consulter, supprimer (ISC-11). */
@Controller
@ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.SALARIE})
@RequestMapping(CollaborateursController.CHEMIN)
final class CollaborateursController {

    static final String CHEMIN = "/collaborateurs";
    private static final int LIGNES = 25;

    private final CollaborateursDeLEntreprise collaborateurs;
    private final EncadrerCompte encadrer;

    CollaborateursController(CollaborateursDeLEntreprise collaborateurs, EncadrerCompte encadrer) {
        this.collaborateurs = collaborateurs;
        this.encadrer = encadrer;
    }

    @GetMapping
    Vue liste(
            Membre qui,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID apres) {
        var recherche = AdresseDeListe.net(q);
        return CollaborateursPage.de(
                recherche, qui, collaborateurs.chercher(qui, recherche, apres, LIGNES + 1), LIGNES, apres != null);
    }

    @GetMapping("/{id}")
    Vue un(@PathVariable UUID id, Membre qui) {
        var collaborateur = celui(qui, id);
        return new CollaborateurPage(collaborateur, collaborateur.encadrePar(qui));
    }

    @GetMapping("/{id}/suppression")
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT})
    Vue confirmer(@PathVariable UUID id, Membre qui) {
        var collaborateur = celui(qui, id);
        if (!collaborateur.encadrePar(qui)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new SuppressionPage(collaborateur);
    }

    @PostMapping("/{id}/suppression")
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT})
    Vue supprimer(@PathVariable UUID id, Membre qui) {
        return new Redirection(CHEMIN)
                .avec(
                        switch (encadrer.supprimer(id, qui)) {
                            case FAIT -> Annonce.succes("collaborateur.supprime");
                            case IMPOSSIBLE, ADRESSE_PRISE -> Annonce.avertissement("collaborateur.impossible");
                        });
    }

    private Collaborateur celui(Membre qui, UUID id) {
        return collaborateurs.un(qui, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
