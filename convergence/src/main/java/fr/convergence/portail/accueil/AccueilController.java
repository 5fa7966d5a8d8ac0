package fr.convergence.portail.accueil;

import fr.convergence.portail.acces.Acces;
import fr.convergence.socle.page.Vue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** L'accueil public (ACC-1, ACC-2). */
@Controller
@Acces(publique = true)
final class AccueilController {

    @GetMapping("/")
    Vue accueil() {
        return new AccueilPage();
    }
}
