package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.CourrielsPage.Filtres;
import fr.convergence.socle.courriel.SuiviDesCourriels;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les courriels partis, à partir, abandonnés (NOT-3). */
@Controller
@ReserveA(Role.OPERATEUR)
final class CourrielsController {

    static final String CHEMIN = "/administration/courriels";
    private static final int LIGNES = 25;

    private final SuiviDesCourriels suivi;
    private final RelancerCourriel relancer;

    CourrielsController(SuiviDesCourriels suivi, RelancerCourriel relancer) {
        this.suivi = suivi;
        this.relancer = relancer;
    }

    @GetMapping(CHEMIN)
    Vue lister(
            @RequestParam(defaultValue = "") String destinataire,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(required = false) @Nullable UUID apres) {
        var filtres = new Filtres(AdresseDeListe.net(destinataire), AdresseDeListe.net(reference), etat);
        return CourrielsPage.de(filtres, suivi.chercher(filtres.criteres(), apres, LIGNES + 1), LIGNES, apres != null);
    }

    @PostMapping(CHEMIN + "/{courriel}/relances")
    Vue relancer(@PathVariable UUID courriel, Connecte qui) {
        return new Redirection(CHEMIN)
                .avec(
                        relancer.executer(courriel, qui)
                                ? Annonce.succes("administration.courriels.relance")
                                : Annonce.avertissement("administration.courriels.relance.impossible"));
    }
}
