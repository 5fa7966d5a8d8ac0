package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.captcha.Captchas;
import fr.convergence.socle.captcha.Tirage;
import fr.convergence.socle.connexion.SeConnecter.Issue;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    private final Captchas captchas;
    private final CommencerTentative commencer;
    private final OuvrirSession ouvrir;
    private final PassageDeSession passages;
    private final EnvoisUniques envois;

    ConnexionController(
            SeConnecter seConnecter,
            CookieDAppareil cookie,
            Captchas captchas,
            CommencerTentative commencer,
            OuvrirSession ouvrir,
            PassageDeSession passages,
            EnvoisUniques envois) {
        this.seConnecter = seConnecter;
        this.cookie = cookie;
        this.captchas = captchas;
        this.commencer = commencer;
        this.ouvrir = ouvrir;
        this.passages = passages;
        this.envois = envois;
    }

    @GetMapping(CONNEXION)
    Vue etablissement(Optional<PersonneConnectee> qui, @RequestParam(required = false) @Nullable String finie) {
        return qui.<Vue>map(personne -> new Redirection(ouvrir.espace(personne)))
                .orElseGet(() -> ConnexionPage.vierge(false, finie != null));
    }

    @GetMapping(EQUIPE)
    Vue equipe(Optional<PersonneConnectee> qui) {
        return qui.<Vue>map(personne -> new Redirection(ouvrir.espace(personne)))
                .orElseGet(() -> ConnexionPage.vierge(true, false));
    }

    @Rejouable(
            "CommencerTentative retient la tentative, PassageDeSession la session ouverte ; les freins comptent chaque essai")
    @PostMapping(CONNEXION)
    Vue connecterEtablissement(SaisieDeConnexion saisie, HttpServletRequest requete, HttpServletResponse reponse)
            throws Exception {
        return connecter(false, saisie, requete, reponse);
    }

    @Rejouable(
            "CommencerTentative retient la tentative, PassageDeSession la session ouverte ; les freins comptent chaque essai")
    @PostMapping(EQUIPE)
    Vue connecterEquipe(SaisieDeConnexion saisie, HttpServletRequest requete, HttpServletResponse reponse)
            throws Exception {
        return connecter(true, saisie, requete, reponse);
    }

    private Vue connecter(
            boolean equipe, SaisieDeConnexion saisie, HttpServletRequest requete, HttpServletResponse reponse)
            throws Exception {
        var identifiant = saisie.designe();
        if (identifiant.length() > IDENTIFIANT_MAX) {
            // Aucun compte ne se désigne ainsi : inutile d'en charger les compteurs.
            return ConnexionPage.refusee(equipe, identifiant.substring(0, IDENTIFIANT_MAX));
        }
        if (saisie.renouveler() != null) {
            return controler(ConnexionPage.vierge(equipe, false).pour(identifiant), requete);
        }
        if (FormeNormale.vide(identifiant) || saisie.secret().isEmpty()) {
            var page = ConnexionPage.incomplete(
                    equipe, identifiant, saisie.secret().isEmpty());
            return saisie.captcha() == null ? page : controler(page, requete);
        }
        var origine = Origine.de(requete.getRemoteAddr(), cookie.lire(requete));
        var controle = saisie.captcha() != null && controle(saisie, requete);
        return switch (seConnecter.executer(identifiant, saisie.secret(), origine, controle)) {
            case Issue.SecondFacteur(var tentative) -> commencer.executer(tentative, origine, requete);
            case Issue.Dispense(var compte) ->
                passages.executer(
                        requete,
                        reponse,
                        () -> ouvrir.executer(compte, Moyen.MOT_DE_PASSE_ET_APPAREIL, requete, reponse));
            case Issue.Refuse(var suspect) ->
                suspect && saisie.captcha() != null
                        ? controler(ConnexionPage.refusee(equipe, identifiant), requete)
                        : ConnexionPage.refusee(equipe, identifiant);
            case Issue.AControler() -> controler(ConnexionPage.aControler(equipe, identifiant, saisie), requete);
            case Issue.Verrou(var jusqu) -> new VerrouPage(jusqu);
            case Issue.NonActive() -> ConnexionPage.nonActive(equipe, identifiant);
            case Issue.Desactive() -> ConnexionPage.desactive(equipe, identifiant);
        };
    }

    /** Le contrôle ne se juge qu'une fois : le second clic du même formulaire le trouverait déjà employé. */
    private boolean controle(SaisieDeConnexion saisie, HttpServletRequest requete) throws Exception {
        return envois.juger(requete, "controle", () -> captchas.verifier(saisie.defi(), saisie.controle()));
    }

    /** La page, avec un contrôle de sécurité neuf ; un réseau qui en a trop demandé attend. */
    private Vue controler(ConnexionPage page, HttpServletRequest requete) {
        return switch (captchas.tirer(requete.getRemoteAddr())) {
            case Tirage.Tire(var defi) -> page.avec(defi);
            case Tirage.Freine(var jusqu) -> new VerrouPage(jusqu);
        };
    }
}
