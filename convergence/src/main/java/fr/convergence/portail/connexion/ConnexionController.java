package fr.convergence.portail.connexion;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.connexion.SeConnecter.Issue;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les deux pages de connexion (CNX-1) : celle des établissements, celle de l'équipe. */
@Controller
@Acces(publique = true)
final class ConnexionController {

    static final String CONNEXION = "/connexion";
    static final String EQUIPE = "/connexion/equipe";
    static final String SESSION_FINIE = "/connexion?finie=oui";

    /** Longueur de la plus longue adresse électronique (RFC 5321). */
    private static final int IDENTIFIANT_MAX = 254;

    private final SeConnecter seConnecter;
    private final CookieDAppareil cookie;

    ConnexionController(SeConnecter seConnecter, CookieDAppareil cookie) {
        this.seConnecter = seConnecter;
        this.cookie = cookie;
    }

    @GetMapping(CONNEXION)
    Vue etablissement(Optional<Connecte> qui, @RequestParam(required = false) @Nullable String finie) {
        return qui.<Vue>map(connecte -> new Redirection(connecte.role().espace()))
                .orElseGet(() -> ConnexionPage.vierge(false, finie != null));
    }

    @GetMapping(EQUIPE)
    Vue equipe(Optional<Connecte> qui) {
        return qui.<Vue>map(connecte -> new Redirection(connecte.role().espace()))
                .orElseGet(() -> ConnexionPage.vierge(true, false));
    }

    @Rejouable("ouvre une tentative dans la session ; les freins comptent chaque essai")
    @PostMapping(CONNEXION)
    Vue connecterEtablissement(
            @RequestParam(defaultValue = "") String identifiant,
            @RequestParam(defaultValue = "") String motDePasse,
            HttpServletRequest requete) {
        return connecter(false, identifiant, motDePasse, requete);
    }

    @Rejouable("ouvre une tentative dans la session ; les freins comptent chaque essai")
    @PostMapping(EQUIPE)
    Vue connecterEquipe(
            @RequestParam(defaultValue = "") String identifiant,
            @RequestParam(defaultValue = "") String motDePasse,
            HttpServletRequest requete) {
        return connecter(true, identifiant, motDePasse, requete);
    }

    private Vue connecter(boolean equipe, String identifiant, String motDePasse, HttpServletRequest requete) {
        if (identifiant.length() > IDENTIFIANT_MAX) {
            // Aucun compte ne se désigne ainsi : inutile d'en charger les compteurs.
            return ConnexionPage.refusee(equipe, identifiant.substring(0, IDENTIFIANT_MAX));
        }
        if (FormeNormale.vide(identifiant) || motDePasse.isEmpty()) {
            return ConnexionPage.incomplete(equipe, identifiant, motDePasse.isEmpty());
        }
        var origine = Origine.de(requete.getRemoteAddr(), cookie.lire(requete));
        return switch (seConnecter.executer(identifiant, motDePasse, origine)) {
            case Issue.SecondFacteur(var tentative) -> {
                tentative.garder(requete.getSession());
                yield new Redirection(tentative.etape().chemin());
            }
            case Issue.Refuse() -> ConnexionPage.refusee(equipe, identifiant);
            case Issue.Verrou(var jusqu) -> new VerrouPage(jusqu);
            case Issue.NonActive() -> ConnexionPage.nonActive(equipe, identifiant);
            case Issue.Desactive() -> ConnexionPage.desactive(equipe, identifiant);
        };
    }
}
