package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Vos notifications » : chaque courriel aussitôt, un par heure, un par jour (NOT-4). */
@Controller
@ReserveA({Role.ARS, Role.ANS, Role.OPERATEUR})
final class NotificationsController {

    static final String CHEMIN = "/compte/notifications";

    private final Rythmes rythmes;
    private final MenuDuCompte menu;
    private final Textes textes;

    NotificationsController(Rythmes rythmes, MenuDuCompte menu, Textes textes) {
        this.rythmes = rythmes;
        this.menu = menu;
        this.textes = textes;
    }

    @GetMapping(CHEMIN)
    Vue montrer(Connecte qui) {
        return page(qui, rythmes.de(qui.compte()).name(), Erreurs.aucune());
    }

    @PostMapping(CHEMIN)
    Vue choisir(@RequestParam(defaultValue = "") String rythme, Connecte qui) {
        var lu = Rythme.lire(rythme);
        if (lu.isEmpty()) {
            var erreurs = Erreurs.aucune();
            erreurs.ajouter("rythme", "notification.rythme.aucun");
            return page(qui, "", erreurs);
        }
        rythmes.choisir(qui.compte(), lu.get());
        return new Redirection(CHEMIN).avec(Annonce.succes("notification.rythme.choisi"));
    }

    private NotificationsPage page(Connecte qui, String choisi, Erreurs erreurs) {
        var choix = Arrays.stream(Rythme.values())
                .map(rythme -> new Choix(rythme.name(), textes.de(rythme.cle()), textes.de(rythme.cle() + ".aide")))
                .toList();
        return new NotificationsPage(menu.pour(qui, CHEMIN), choix, choisi, qui.role() == Role.OPERATEUR, erreurs);
    }
}
