package fr.convergence.socle.cgu;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CguAcceptees;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lire les CGU, et les accepter. */
@Controller
final class CguController {

    private final Cgu cgu;
    private final Journal journal;

    CguController(Cgu cgu, Journal journal) {
        this.cgu = cgu;
        this.journal = journal;
    }

    @GetMapping("/cgu")
    @Acces(publique = true)
    Vue lire() {
        return new CguPage(cgu.html());
    }

    @GetMapping(GardienDesCgu.ACCEPTATION)
    @Acces
    Vue demander(PersonneConnectee qui) {
        return cgu.accepteesLe(qui.compte()).isPresent()
                ? new Redirection("/")
                : new AcceptationPage(cgu.html(), Erreurs.aucune(), HttpStatus.OK);
    }

    @PostMapping(GardienDesCgu.ACCEPTATION)
    @Acces
    Vue accepter(@RequestParam(defaultValue = "") String acceptation, PersonneConnectee qui, HttpSession session) {
        if (acceptation.isEmpty()) {
            var erreurs = Erreurs.aucune().ajouter(AcceptationPage.CASE, "cgu.acceptation.manque");
            return new AcceptationPage(cgu.html(), erreurs, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (cgu.accepter(qui.compte())) {
            journal.ecrire(ActeDePersonne.chaine(qui.compte()), qui.getName(), new CguAcceptees(cgu.version()));
        }
        return new Redirection(GardienDesCgu.lever(session));
    }
}
