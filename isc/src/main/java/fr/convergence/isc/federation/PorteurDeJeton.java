package fr.convergence.isc.federation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Le jeton d'accès d'une lecture d'identité, où qu'il soit (RFC 6750, RFC 9449) ; une seule place à la fois. */
final class PorteurDeJeton implements AuthenticationConverter {

    /**
     * Comment le jeton a été présenté.
     *
     * @param preuve celle que son porteur tient la clé du jeton (DPoP), ou {@code null}
     */
    record Presentation(boolean dpop, @Nullable String preuve, String methode, String adresse) {}

    private static final String PORTEUR = "Bearer ";
    private static final String POSSESSEUR = "DPoP ";

    @Override
    public Authentication convert(HttpServletRequest requete) {
        var entete = requete.getHeader("Authorization");
        var champ = "POST".equals(requete.getMethod()) ? requete.getParameter("access_token") : null;
        if (entete != null && champ != null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        var dpop = entete != null && entete.regionMatches(true, 0, POSSESSEUR, 0, POSSESSEUR.length());
        var valeur = entete == null ? champ : valeur(entete, dpop ? POSSESSEUR : PORTEUR);
        if (valeur == null || valeur.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
        }
        // Rien n'est encore prouvé : le fournisseur relit le jeton dans la base avant d'en dire quoi que ce soit.
        var porteur = new BearerTokenAuthentication(
                new DefaultOAuth2AuthenticatedPrincipal(Map.of("sub", "?"), List.of()),
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, valeur, null, null),
                List.of());
        porteur.setDetails(new Presentation(
                dpop,
                preuve(requete),
                requete.getMethod(),
                requete.getRequestURL().toString()));
        return new OidcUserInfoAuthenticationToken(porteur);
    }

    private static @Nullable String valeur(String entete, String type) {
        return entete.regionMatches(true, 0, type, 0, type.length()) ? entete.substring(type.length()) : null;
    }

    private static @Nullable String preuve(HttpServletRequest requete) {
        var preuves = Collections.list(requete.getHeaders("DPoP"));
        return preuves.size() == 1 ? preuves.getFirst() : null;
    }
}
