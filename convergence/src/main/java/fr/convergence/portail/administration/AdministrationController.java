package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.AdministrationPage.Rubrique;
import fr.convergence.socle.page.Vue;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** L'accueil de l'opérateur. */
@Controller
@Acces(Role.OPERATEUR)
final class AdministrationController {

    static final String CHEMIN = "/administration";

    private static final AdministrationPage PAGE = new AdministrationPage(List.of(
            new Rubrique("administration.comptes", ComptesController.CHEMIN),
            new Rubrique("administration.referentiel", "/administration/referentiel"),
            new Rubrique("administration.courriels", CourrielsController.CHEMIN),
            new Rubrique("administration.journal", JournalController.CHEMIN)));

    @GetMapping(CHEMIN)
    Vue accueil() {
        return PAGE;
    }
}
