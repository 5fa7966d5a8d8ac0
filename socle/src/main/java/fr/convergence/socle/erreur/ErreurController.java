package fr.convergence.socle.erreur;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.SaisieArretee;
import fr.convergence.socle.acces.SaisieArretee.Arret;
import fr.convergence.socle.envoi.CorpsDesRequetes;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.page.RenduDePage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Les erreurs venues d'un filtre ou du serveur, hors de tout contrôleur. */
@Controller
@Acces(publique = true)
final class ErreurController implements ErrorController {

    private static final Logger JOURNAL = LoggerFactory.getLogger(ErreurController.class);

    private final RenduDePage rendu;
    private final SaisieArretee saisies;

    ErreurController(RenduDePage rendu, SaisieArretee saisies) {
        this.rendu = rendu;
        this.saisies = saisies;
    }

    @RequestMapping("/error")
    void erreur(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        var page = page(requete);
        try {
            rendu.ecrire(page, requete, reponse);
        } catch (RuntimeException echec) {
            // Ce qui manque à la page entière (base, session) ne doit pas laisser l'usager sans mot.
            JOURNAL.error("Page d’erreur impossible à rendre", echec);
            PageReduite.ecrire(page.statut().value(), reponse);
        }
    }

    private Page page(HttpServletRequest requete) throws IOException {
        if (requete.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable erreur) {
            return ErreursDesControleurs.page(erreur, requete);
        }
        if (requete.getAttribute(CorpsDesRequetes.FORMULAIRE_TROP_LONG) != null) {
            return saisies.tropGros(Arret.LONG, requete).orElseGet(ErreurPage::formulaireTropLong);
        }
        var statut = statut(requete.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var simple = new ErreurPage(statut, null);
        return statut == HttpStatus.CONTENT_TOO_LARGE
                ? saisies.tropGros(Arret.LOURD, requete).orElse(simple)
                : simple;
    }

    private static HttpStatus statut(@Nullable Object code) {
        var statut = code instanceof Integer valeur ? HttpStatus.resolve(valeur) : null;
        return statut == null || !statut.isError() ? HttpStatus.NOT_FOUND : statut;
    }
}
