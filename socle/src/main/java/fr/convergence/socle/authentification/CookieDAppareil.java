package fr.convergence.socle.authentification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Le témoin qui fait reconnaître un navigateur par {@link Appareils}. Il n'ouvre rien à lui seul. */
@Component
public final class CookieDAppareil {

    private final boolean securise;
    private final String nom;

    CookieDAppareil(@Value("${server.servlet.session.cookie.secure:true}") boolean securise) {
        this.securise = securise;
        // Le préfixe __Host- interdit à un sous-domaine de le poser ; les navigateurs ne l'admettent qu'en https.
        this.nom = securise ? "__Host-appareil" : "appareil";
    }

    /** Le secret de ce navigateur, vide s'il n'en a pas. */
    public String lire(HttpServletRequest requete) {
        var cookie = WebUtils.getCookie(requete, nom);
        return cookie == null ? "" : cookie.getValue();
    }

    public void poser(HttpServletResponse reponse, String secret) {
        var cookie = ResponseCookie.from(nom, secret)
                .path("/")
                .httpOnly(true)
                .secure(securise)
                .sameSite("Lax")
                .maxAge(Appareils.MEMOIRE)
                .build();
        reponse.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
