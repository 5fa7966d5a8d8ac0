package fr.convergence.isc.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;

/** Ce qu'un service, et non une personne, lit d'un refus : un code, le statut et l'en-tête que les normes veulent. */
final class ErreursDuProtocole {

    private static final OAuth2ErrorHttpMessageConverter ECRITURE = new OAuth2ErrorHttpMessageConverter();
    private static final Set<String> DU_CLIENT = Set.of(
            OAuth2ErrorCodes.INVALID_CLIENT, OAuth2ErrorCodes.INVALID_TOKEN, OAuth2ErrorCodes.INVALID_DPOP_PROOF);

    private ErreursDuProtocole() {}

    /** RFC 6749, 5.2 : qui s'est présenté par l'en-tête lit comment le faire. */
    static void auService(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException refus)
            throws IOException {
        var code = code(refus, OAuth2ErrorCodes.INVALID_CLIENT);
        var inconnu = OAuth2ErrorCodes.INVALID_CLIENT.equals(code);
        if (inconnu) {
            reponse.setHeader("WWW-Authenticate", "Basic realm=\"isc\"");
        }
        ecrire(code, inconnu ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST, reponse);
    }

    /** RFC 6750, 3 : l'en-tête dit le type de jeton et le refus. */
    static void auPorteur(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException refus)
            throws IOException {
        var code = code(refus, OAuth2ErrorCodes.INVALID_TOKEN);
        var sansJeton = requete.getHeader("Authorization") == null && requete.getParameter("access_token") == null;
        reponse.addHeader("WWW-Authenticate", sansJeton ? "Bearer" : "Bearer error=\"" + code + "\"");
        reponse.addHeader("WWW-Authenticate", "DPoP algs=\"RS256 PS256 ES256\"");
        ecrire(
                code,
                DU_CLIENT.contains(code)
                        ? HttpStatus.UNAUTHORIZED
                        : OAuth2ErrorCodes.INSUFFICIENT_SCOPE.equals(code)
                                ? HttpStatus.FORBIDDEN
                                : HttpStatus.BAD_REQUEST,
                reponse);
    }

    private static String code(AuthenticationException refus, String sinon) {
        return refus instanceof OAuth2AuthenticationException erreur
                ? erreur.getError().getErrorCode()
                : sinon;
    }

    private static void ecrire(String code, HttpStatus statut, HttpServletResponse reponse) throws IOException {
        var sortie = new ServletServerHttpResponse(reponse);
        sortie.setStatusCode(statut);
        ECRITURE.write(new OAuth2Error(code), null, sortie);
    }
}
