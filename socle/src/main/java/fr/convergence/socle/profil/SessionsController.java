package fr.convergence.socle.profil;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.session.Sessions;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les sessions ouvertes, et les terminer ; les appareils dispensés de code, et le redemander (CNX-5). */
@Controller
@Acces
final class SessionsController {

    static final String CHEMIN = "/compte/sessions";

    private final Sessions sessions;
    private final Appareils appareils;
    private final RedemanderLeCode redemander;
    private final MenuDuCompte menu;

    SessionsController(Sessions sessions, Appareils appareils, RedemanderLeCode redemander, MenuDuCompte menu) {
        this.sessions = sessions;
        this.appareils = appareils;
        this.redemander = redemander;
        this.menu = menu;
    }

    @GetMapping(CHEMIN)
    Vue lister(PersonneConnectee qui, HttpSession session) {
        return new SessionsPage(
                menu.pour(qui, CHEMIN), sessions.de(qui.compte(), session.getId()), appareils.dispenses(qui.compte()));
    }

    @PostMapping(CHEMIN + "/codes")
    Vue redemander(PersonneConnectee qui) {
        return redemander.executer(qui)
                ? new Redirection(CHEMIN).avec(Annonce.succes("profil.sessions.code.redemande"))
                : new Redirection(CHEMIN).avec(Annonce.information("profil.sessions.code.deja"));
    }

    @PostMapping(CHEMIN + "/fins")
    Vue terminer(@RequestParam(defaultValue = "") String reference, PersonneConnectee qui) {
        return sessions.terminer(qui.compte(), reference)
                ? new Redirection(CHEMIN).avec(Annonce.succes("profil.sessions.terminee"))
                : new Redirection(CHEMIN).avec(Annonce.information("profil.sessions.deja"));
    }

    @PostMapping(CHEMIN + "/fins-des-autres")
    Vue terminerLesAutres(PersonneConnectee qui, HttpSession session) {
        sessions.terminerLesAutres(qui.compte(), session.getId());
        return new Redirection(CHEMIN)
                .avec(Annonce.succes(
                        redemander.executer(qui) ? "profil.sessions.terminees.code" : "profil.sessions.terminees"));
    }
}
