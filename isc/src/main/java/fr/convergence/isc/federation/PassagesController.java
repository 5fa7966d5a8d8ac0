package fr.convergence.isc.federation;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.client.Services;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entre la connexion et le service : la suite de la demande, et ce que la personne accepte de transmettre. */
@Controller
@Acces
final class PassagesController {

    private final OAuth2AuthorizationService autorisations;
    private final Services services;
    private final DeconnexionDemandee deconnexion;

    PassagesController(OAuth2AuthorizationService autorisations, Services services, DeconnexionDemandee deconnexion) {
        this.autorisations = autorisations;
        this.deconnexion = deconnexion;
        this.services = services;
    }

    /** Reprend la demande là où la connexion l'avait interrompue. */
    @GetMapping(Adresses.SUITE)
    Vue suivre(HttpServletRequest requete, HttpServletResponse reponse) {
        var vers = Adresses.AUTORISATION + "?" + requete.getQueryString();
        reponse.setHeader("Refresh", "0;url=" + vers);
        return new PassagePage(vers);
    }

    /** La demande se lit dans ce qui en est gardé, non dans l'adresse : ce qui est montré est ce qui sera transmis. */
    @GetMapping(Adresses.CONSENTEMENT)
    Vue consentir(@RequestParam(defaultValue = "") String state, Membre qui) {
        var trouvee = state.isEmpty()
                ? null
                : autorisations.findByToken(state, new OAuth2TokenType(OAuth2ParameterNames.STATE));
        if (trouvee == null || !trouvee.getPrincipalName().equals(qui.getName())) {
            return new DemandeRefuseePage();
        }
        OAuth2AuthorizationRequest demande = trouvee.getAttribute(OAuth2AuthorizationRequest.class.getName());
        var service =
                demande == null ? null : services.designe(demande.getClientId()).orElse(null);
        return demande == null || service == null
                ? new DemandeRefuseePage()
                : new AccordPage(
                        service.nom(),
                        service.clientId(),
                        portees(demande),
                        demande.getScopes().stream().sorted().toList(),
                        state);
    }

    @Rejouable("se déconnecter deux fois ne change rien")
    @Acces(publique = true)
    @PostMapping(DeconnexionDemandee.CONFIRMATION)
    Vue seDeconnecter(
            @RequestParam(name = "client_id", defaultValue = "") String clientId,
            @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String retour,
            HttpServletRequest requete,
            HttpServletResponse reponse) {
        return deconnexion.confirmer(clientId, retour, requete, reponse);
    }

    private static List<String> portees(OAuth2AuthorizationRequest demande) {
        return Portee.noms().stream()
                .filter(demande.getScopes()::contains)
                .map(nom -> "federation.portee." + nom)
                .toList();
    }
}
