package fr.convergence.portail.accueil;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.page.Vue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Les guichets, leurs étapes et leurs dates (ACC-2). */
@Controller
@Acces(publique = true)
final class GuichetsController {

    private final CalendrierDesGuichets calendrier;

    GuichetsController(CalendrierDesGuichets calendrier) {
        this.calendrier = calendrier;
    }

    @GetMapping("/guichets")
    Vue guichets() {
        return new CalendrierPage(calendrier.guichets());
    }
}
