package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.profil.MenuDuCompte;
import fr.convergence.socle.profil.MotDePasseActuel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Second facteur » dans « Votre compte » : ce qui est relié, et retirer son application. */
@Controller
@Acces
final class SecondFacteurController {

    static final String CHEMIN = "/compte/second-facteur";

    private final Secrets secrets;
    private final CodesDeSecours codes;
    private final RetirerApplication retirer;
    private final EntreeDuSite entree;
    private final MotDePasseActuel actuel;
    private final MenuDuCompte menu;

    SecondFacteurController(
            Secrets secrets,
            CodesDeSecours codes,
            RetirerApplication retirer,
            EntreeDuSite entree,
            MotDePasseActuel actuel,
            MenuDuCompte menu) {
        this.secrets = secrets;
        this.codes = codes;
        this.retirer = retirer;
        this.entree = entree;
        this.actuel = actuel;
        this.menu = menu;
    }

    @GetMapping(CHEMIN)
    Vue montrer(PersonneConnectee qui) {
        return new SecondFacteurPage(
                menu.pour(qui, CHEMIN),
                secrets.application(qui.compte()).isPresent(),
                entree.exigeUnFacteurFort(qui.compte()),
                codes.restants(qui.compte()));
    }

    @GetMapping(CHEMIN + "/retrait")
    Vue confirmer(PersonneConnectee qui) {
        return secrets.application(qui.compte()).isPresent() && !entree.exigeUnFacteurFort(qui.compte())
                ? page(qui, Erreurs.aucune())
                : new Redirection(CHEMIN);
    }

    @PostMapping(CHEMIN + "/retrait")
    Vue retirer(
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String motDePasse, PersonneConnectee qui) {
        var erreurs = Erreurs.aucune();
        actuel.controler(qui, motDePasse, erreurs);
        if (!erreurs.vides()) {
            return page(qui, erreurs);
        }
        return new Redirection(CHEMIN)
                .avec(
                        retirer.executer(qui.compte())
                                ? Annonce.succes("secondfacteur.retiree")
                                : Annonce.information("secondfacteur.non-retiree"));
    }

    private GestePage page(PersonneConnectee qui, Erreurs erreurs) {
        return new GestePage(menu.pour(qui, CHEMIN), Geste.RETIRER, erreurs);
    }
}
