package fr.convergence.isc.federation;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.autorisation.PreuveDeConnexion;
import fr.convergence.isc.deconnexion.SessionDesServices;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lit une demande d'où qu'elle vienne, et joint à la personne connectée la preuve de sa connexion, que ses jetons porteront. La
 * session n'en garde rien : la personne de la demande en est une copie.
 */
@Component
final class LireLaDemande {

    /** Ce qui commence l'adresse d'une demande poussée (RFC 9126). */
    static final String POUSSEE = "urn:ietf:params:oauth:request_uri:";

    private static final OAuth2TokenType ETAT = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final OAuth2AuthorizationService autorisations;
    private final SessionDesServices sessions;
    private final MoyensDeConnexion moyens;

    LireLaDemande(OAuth2AuthorizationService autorisations, SessionDesServices sessions, MoyensDeConnexion moyens) {
        this.autorisations = autorisations;
        this.sessions = sessions;
        this.moyens = moyens;
    }

    /** Pas un bean : le serveur le mettrait sur toutes les routes. */
    Filter filtre() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest requete) {
                return !requete.getRequestURI().equals(Adresses.AUTORISATION);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
                    throws ServletException, IOException {
                filtrer(requete, reponse, suite);
            }
        };
    }

    private void filtrer(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        var demande = demande(requete);
        demande.ifPresent(lue -> requete.setAttribute(DemandeRecue.ATTRIBUT, lue));
        var qui = Membre.present();
        if (qui.isPresent()) {
            var copie = UsernamePasswordAuthenticationToken.authenticated(qui.get(), null, List.of());
            demande.flatMap(lue -> preuve(lue, qui.get(), requete)).ifPresent(copie::setDetails);
            SecurityContextHolder.setContext(new SecurityContextImpl(copie));
        }
        suite.doFilter(requete, reponse);
    }

    private Optional<DemandeRecue> demande(HttpServletRequest requete) {
        var uri = requete.getParameter(OAuth2ParameterNames.REQUEST_URI);
        if (uri != null && uri.startsWith(POUSSEE)) {
            return gardee(uri.substring(POUSSEE.length()))
                    .filter(poussee -> poussee.clientId().equals(requete.getParameter("client_id")));
        }
        if ("POST".equals(requete.getMethod()) && requete.getParameter("response_type") == null && uri == null) {
            return Optional.ofNullable(requete.getParameter("state")).flatMap(this::gardee);
        }
        var parametres = new HashMap<String, String>();
        requete.getParameterMap().forEach((nom, valeurs) -> parametres.put(nom, valeurs[0]));
        return Optional.of(DemandeRecue.directe(parametres));
    }

    private Optional<DemandeRecue> gardee(String etat) {
        return Optional.ofNullable(autorisations.findByToken(etat, ETAT))
                .map(trouvee ->
                        trouvee.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
                .map(DemandeRecue::gardee);
    }

    private Optional<PreuveDeConnexion> preuve(DemandeRecue demande, Membre qui, HttpServletRequest requete) {
        // D'abord : une reconnexion continue la session que les services connaissent.
        sessions.reconnectee(qui, requete, demande.marque());
        var session = requete.getSession();
        return Niveaux.atteint(qui.fonction(), demande.niveauxSouhaites(), demande.niveauxExiges())
                .map(acr -> new PreuveDeConnexion(sessions.nom(session), qui.depuis(), acr, moyens.de(session)));
    }
}
