package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import fr.convergence.socle.profil.MotDePasseActuel;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Relier son application depuis « Votre compte », ou en changer ; faire ses codes de secours, et les noter. */
@Controller
@Acces
final class RelierController {

    private static final String CHEMIN = SecondFacteurController.CHEMIN;
    private static final String RELIER = CHEMIN + "/relier";
    private static final String APPLICATION = CHEMIN + "/application";
    private static final String CODES = CHEMIN + "/codes";
    private static final String A_NOTER = CODES + "/a-noter";

    /** Les codes à montrer une fois ; les attributs d'une session sont scellés. */
    private static final String NEUFS = "secondfacteur.codes";

    private final Propositions propositions;
    private final RelierApplication relier;
    private final RenouvelerLesCodes renouveler;
    private final MotDePasseActuel actuel;
    private final MenuDuCompte menu;

    RelierController(
            Propositions propositions,
            RelierApplication relier,
            RenouvelerLesCodes renouveler,
            MotDePasseActuel actuel,
            MenuDuCompte menu) {
        this.propositions = propositions;
        this.relier = relier;
        this.renouveler = renouveler;
        this.actuel = actuel;
        this.menu = menu;
    }

    @GetMapping(RELIER)
    Vue commencer(PersonneConnectee qui) {
        return page(qui, Geste.RELIER, Erreurs.aucune());
    }

    /** Le mot de passe d'abord : une session laissée ouverte ne doit pas lier le compte au téléphone d'un passant. */
    @PostMapping(RELIER)
    Vue proposer(
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String motDePasse,
            PersonneConnectee qui,
            HttpSession session) {
        var erreurs = Erreurs.aucune();
        actuel.controler(qui, motDePasse, erreurs);
        if (!erreurs.vides()) {
            return page(qui, Geste.RELIER, erreurs);
        }
        relier.proposer(qui.compte(), session);
        return new Redirection(APPLICATION);
    }

    @GetMapping(APPLICATION)
    Vue montrer(PersonneConnectee qui, HttpSession session) {
        return application(qui, session, Erreurs.aucune());
    }

    @PostMapping(APPLICATION)
    Vue relier(@RequestParam(defaultValue = "") String code, PersonneConnectee qui, HttpSession session) {
        return switch (relier.executer(qui.compte(), session, code)) {
            case RELIEE -> montrerLesCodes(qui, session).avec(Annonce.succes("secondfacteur.reliee"));
            case CODE_FAUX ->
                application(qui, session, Erreurs.aucune().ajouter("code", "secondfacteur.application.faux"));
            case DEPASSEE -> new Redirection(CHEMIN).avec(Annonce.avertissement("secondfacteur.depassee"));
        };
    }

    @GetMapping(CODES)
    Vue demander(PersonneConnectee qui) {
        return page(qui, Geste.CODES, Erreurs.aucune());
    }

    @PostMapping(CODES)
    Vue renouveler(
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String motDePasse,
            PersonneConnectee qui,
            HttpSession session) {
        var erreurs = Erreurs.aucune();
        actuel.controler(qui, motDePasse, erreurs);
        return erreurs.vides() ? montrerLesCodes(qui, session) : page(qui, Geste.CODES, erreurs);
    }

    @GetMapping(A_NOTER)
    Vue noter(PersonneConnectee qui, HttpSession session) {
        var neufs = session.getAttribute(NEUFS);
        session.removeAttribute(NEUFS);
        return neufs instanceof List<?> codes
                ? new CodesANoterPage(
                        menu.pour(qui, CHEMIN),
                        codes.stream().map(String.class::cast).toList())
                : new Redirection(CHEMIN).avec(Annonce.information("secondfacteur.codes.deja"));
    }

    private Redirection montrerLesCodes(PersonneConnectee qui, HttpSession session) {
        var neufs = renouveler.executer(qui.compte());
        if (neufs.isEmpty()) {
            return new Redirection(CHEMIN);
        }
        session.setAttribute(NEUFS, new ArrayList<>(neufs));
        return new Redirection(A_NOTER);
    }

    private Vue application(PersonneConnectee qui, HttpSession session, Erreurs erreurs) {
        return propositions
                .proposee(qui.compte(), session)
                .<Vue>map(application -> new ApplicationPage(menu.pour(qui, CHEMIN), application, erreurs))
                .orElseGet(() -> new Redirection(CHEMIN));
    }

    private GestePage page(PersonneConnectee qui, Geste geste, Erreurs erreurs) {
        return new GestePage(menu.pour(qui, CHEMIN), geste, erreurs);
    }
}
