package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.connexion.Tentative.Etape;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Code transmis » : le code reçu par courriel (CNX-2). */
@Controller
@Acces(publique = true)
final class CodeController {

    private final CodeParCourriel codes;
    private final OuvrirSession ouvrir;
    private final PassageDeSession passages;
    private final EntreeDuSite entree;
    private final CookieDAppareil cookie;
    private final Clock horloge;

    CodeController(
            CodeParCourriel codes,
            OuvrirSession ouvrir,
            PassageDeSession passages,
            EntreeDuSite entree,
            CookieDAppareil cookie,
            Clock horloge) {
        this.codes = codes;
        this.ouvrir = ouvrir;
        this.passages = passages;
        this.entree = entree;
        this.cookie = cookie;
        this.horloge = horloge;
    }

    @GetMapping("/connexion/code")
    Vue demander(HttpServletRequest requete) {
        return tentative(requete).<Vue>map(this::page).orElseGet(CodeController::recommencer);
    }

    @Rejouable("PassageDeSession retient la session ouverte ; un code ne sert qu’une fois")
    @PostMapping("/connexion/code")
    Vue verifier(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String dispenser,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws Exception {
        return passages.executer(requete, reponse, () -> {
            var tentative = tentative(requete);
            return tentative.isEmpty()
                    ? recommencer()
                    : verifier(tentative.get(), code, dispenser.equals("oui"), requete, reponse);
        });
    }

    @PostMapping("/connexion/code/envois")
    Vue renvoyer(HttpServletRequest requete) {
        var tentative = tentative(requete);
        if (tentative.isEmpty()) {
            return recommencer();
        }
        return switch (codes.envoyer(tentative.get(), origine(requete))) {
            case Admis _ -> new Redirection("/connexion/code").avec(Annonce.succes("connexion.code.renvoye"));
            case Verrouille(var jusqu) -> new VerrouPage(jusqu);
        };
    }

    private Vue verifier(
            Tentative tentative,
            String code,
            boolean dispenser,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws Exception {
        var verdict = passages.juger(
                requete,
                VerdictDuSecondFacteur.MauvaisCode.class,
                () -> codes.verifier(tentative, code, origine(requete)));
        return switch ((VerdictDuSecondFacteur) verdict) {
            case VerdictDuSecondFacteur.Juste() -> continuer(tentative, dispenser, requete, reponse);
            case VerdictDuSecondFacteur.MauvaisCode(var mort) ->
                page(tentative).refuse(dispenser, mort ? "connexion.code.mort" : "connexion.code.faux");
            case VerdictDuSecondFacteur.Verrou(var jusqu) -> new VerrouPage(jusqu);
        };
    }

    /** Qui doit un facteur fort n'a prouvé que son adresse : il relie son application avant d'entrer. */
    private Vue continuer(
            Tentative tentative, boolean dispenser, HttpServletRequest requete, HttpServletResponse reponse) {
        if (!entree.exigeUnFacteurFort(tentative.compte())) {
            return ouvrir.executer(tentative.compte(), Moyen.MOT_DE_PASSE_ET_COURRIEL, dispenser, requete, reponse);
        }
        tentative.a(Etape.RELIER).garder(requete.getSession());
        return new Redirection(Etape.RELIER.chemin());
    }

    private CodePage page(Tentative tentative) {
        return CodePage.vierge(tentative, !entree.exigeUnFacteurFort(tentative.compte()));
    }

    private Optional<Tentative> tentative(HttpServletRequest requete) {
        return Tentative.de(requete.getSession(), Etape.COURRIEL, horloge.instant());
    }

    private Origine origine(HttpServletRequest requete) {
        return Origine.de(requete.getRemoteAddr(), cookie.lire(requete));
    }

    static Vue recommencer() {
        return new Redirection(ConnexionController.CONNEXION).avec(Annonce.information("connexion.recommencer"));
    }
}
