package fr.convergence.socle.cledacces;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.connexion.OuvrirSession;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** La connexion de l'équipe par une clé d'accès, à la place du mot de passe et du code. */
@Controller
@Acces(publique = true)
final class ConnexionParCleController {

    static final String CHEMIN = "/connexion/cle";
    static final String EQUIPE = "/connexion/equipe/cle";

    private final Defis defis;
    private final ReconnaitrePorteur reconnaitre;
    private final OuvrirSession ouvrir;
    private final PassageDeSession passages;

    ConnexionParCleController(
            Defis defis, ReconnaitrePorteur reconnaitre, OuvrirSession ouvrir, PassageDeSession passages) {
        this.defis = defis;
        this.reconnaitre = reconnaitre;
        this.ouvrir = ouvrir;
        this.passages = passages;
    }

    @GetMapping({CHEMIN, EQUIPE})
    Vue demander(Optional<PersonneConnectee> qui, HttpServletRequest requete) {
        return qui.<Vue>map(connecte -> new Redirection(ouvrir.espace(connecte)))
                .orElseGet(() -> page(requete, HttpStatus.OK));
    }

    @Rejouable("PassageDeSession retient la session ouverte ; un défi ne sert qu’une fois")
    @PostMapping({CHEMIN, EQUIPE})
    Vue connecter(
            @RequestParam(defaultValue = "") String reponse, HttpServletRequest requete, HttpServletResponse rendu)
            throws Exception {
        return passages.executer(requete, rendu, () -> reconnaitre(reponse, requete, rendu));
    }

    private Vue reconnaitre(String reponse, HttpServletRequest requete, HttpServletResponse rendu) {
        return defis.prendreConnexion(requete.getSession(), reponse)
                .flatMap(reconnaitre::executer)
                .<Vue>map(compte -> ouvrir.executer(compte, Moyen.CLE_D_ACCES, requete, rendu))
                .orElseGet(() -> page(requete, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ConnexionParClePage page(HttpServletRequest requete, HttpStatus statut) {
        return new ConnexionParClePage(
                requete.getRequestURI().equals(EQUIPE), defis.connexion(requete.getSession()), statut);
    }
}
