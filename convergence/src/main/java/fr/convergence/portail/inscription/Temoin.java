package fr.convergence.portail.inscription;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Le témoin qui retrouve l'inscription en cours : tiré au hasard, hors de portée des scripts, une heure. */
final class Temoin {

    private static final String NOM = "__Host-inscription";
    private static final int LONGUEUR_MAX = 64;

    private Temoin() {}

    static Optional<String> lire(HttpServletRequest requete) {
        return Optional.ofNullable(WebUtils.getCookie(requete, NOM))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(valeur -> !valeur.isEmpty() && valeur.length() <= LONGUEUR_MAX);
    }

    static void poser(String temoin, HttpServletResponse reponse) {
        var cookie = ResponseCookie.from(NOM, temoin)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(Brouillons.CONSERVATION)
                .build();
        reponse.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
