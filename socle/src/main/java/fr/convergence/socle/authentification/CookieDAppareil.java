package fr.convergence.socle.authentification;

import fr.convergence.socle.session.FormeDesCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Le témoin qui fait reconnaître un navigateur par {@link Appareils}. Il n'ouvre rien à lui seul. */
@Component
public final class CookieDAppareil {

    private static final String NOM = "appareil";

    private final FormeDesCookies forme;

    CookieDAppareil(FormeDesCookies forme) {
        this.forme = forme;
    }

    /** Le secret de ce navigateur, vide s'il n'en a pas. */
    public String lire(HttpServletRequest requete) {
        return forme.lire(NOM, requete).orElse("");
    }

    public void poser(HttpServletRequest requete, HttpServletResponse reponse, String secret) {
        forme.poser(NOM, secret, Appareils.MEMOIRE, requete, reponse);
    }
}
