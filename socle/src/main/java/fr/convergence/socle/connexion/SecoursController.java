package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.connexion.Tentative.Etape;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Le jour où l'on n'a plus son application : un code de secours. */
@Controller
@Acces(publique = true)
final class SecoursController {

    private static final String CHEMIN = "/connexion/secours";

    private final CodeDApplication codes;
    private final CodesDeSecours secours;
    private final OuvrirSession ouvrir;
    private final PassageDeSession passages;
    private final CookieDAppareil cookie;
    private final Clock horloge;

    SecoursController(
            CodeDApplication codes,
            CodesDeSecours secours,
            OuvrirSession ouvrir,
            PassageDeSession passages,
            CookieDAppareil cookie,
            Clock horloge) {
        this.codes = codes;
        this.secours = secours;
        this.ouvrir = ouvrir;
        this.passages = passages;
        this.cookie = cookie;
        this.horloge = horloge;
    }

    @GetMapping(CHEMIN)
    Vue demander(HttpServletRequest requete) {
        return tentative(requete)
                .<Vue>map(_ -> new SecoursPage(Erreurs.aucune(), HttpStatus.OK))
                .orElseGet(CodeController::recommencer);
    }

    @Rejouable("PassageDeSession retient la session ouverte ; un code ne sert qu’une fois")
    @PostMapping(CHEMIN)
    Vue verifier(@RequestParam(defaultValue = "") String code, HttpServletRequest requete, HttpServletResponse reponse)
            throws Exception {
        return passages.executer(requete, reponse, () -> juger(code, requete, reponse));
    }

    private Vue juger(String code, HttpServletRequest requete, HttpServletResponse reponse) throws Exception {
        var tentative = tentative(requete);
        if (tentative.isEmpty()) {
            return CodeController.recommencer();
        }
        var origine = Origine.de(requete.getRemoteAddr(), cookie.lire(requete));
        var verdict = passages.juger(
                requete, VerdictDuSecondFacteur.MauvaisCode.class, () -> codes.secours(tentative.get(), code, origine));
        return switch ((VerdictDuSecondFacteur) verdict) {
            case VerdictDuSecondFacteur.Juste() -> entrer(tentative.get().compte(), requete, reponse);
            case VerdictDuSecondFacteur.MauvaisCode _ ->
                new SecoursPage(
                        Erreurs.aucune().ajouter("code", "connexion.secours.faux"), HttpStatus.UNPROCESSABLE_CONTENT);
            case VerdictDuSecondFacteur.Verrou(var jusqu) -> new VerrouPage(jusqu);
        };
    }

    private Vue entrer(UUID compte, HttpServletRequest requete, HttpServletResponse reponse) {
        return ouvrir.executer(compte, Moyen.MOT_DE_PASSE_ET_SECOURS, requete, reponse)
                .avec(Annonce.avertissement("connexion.secours.employe", secours.restants(compte)));
    }

    private Optional<Tentative> tentative(HttpServletRequest requete) {
        return Tentative.de(requete.getSession(), Etape.APPLICATION, horloge.instant());
    }
}
