package fr.convergence.socle.session;

import fr.convergence.socle.site.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Le nom et les drapeaux de chaque témoin du site : {@code __Host-}, {@code Secure}, {@code HttpOnly}, {@code
 * SameSite=Lax}. Le préfixe interdit à un sous-domaine de le poser.
 *
 * <p>La démonstration se sert aussi en http. Un navigateur y admet les mêmes témoins de {@code localhost}, qui ne sort pas
 * de la machine ; d'une autre adresse il les perdrait : là, et là seulement, ils n'ont ni le préfixe ni {@code Secure}.
 */
@Component
public final class FormeDesCookies {

    private static final String PREFIXE = "__Host-";

    private final String duSite;
    private final boolean toujoursEnHttps;

    FormeDesCookies(Site site, @Value("${server.servlet.session.cookie.secure:true}") boolean toujoursEnHttps) {
        this.duSite = site.temoins();
        this.toujoursEnHttps = toujoursEnHttps;
    }

    /** Vrai quand le navigateur qui fait cette requête gardera un témoin {@code Secure}. */
    boolean securise(HttpServletRequest requete) {
        return toujoursEnHttps || requete.isSecure() || requete.getServerName().equalsIgnoreCase("localhost");
    }

    /** Le nom entier d'un témoin. */
    String nom(String nom, boolean securise) {
        return (securise ? PREFIXE : "") + duSite + nom;
    }

    /** La valeur du témoin de ce nom, vide s'il n'y en a pas. */
    public Optional<String> lire(String nom, HttpServletRequest requete) {
        return Optional.ofNullable(WebUtils.getCookie(requete, nom(nom, securise(requete))))
                .map(jakarta.servlet.http.Cookie::getValue);
    }

    public void poser(
            String nom, String valeur, Duration duree, HttpServletRequest requete, HttpServletResponse reponse) {
        var securise = securise(requete);
        var cookie = ResponseCookie.from(nom(nom, securise), valeur)
                .path("/")
                .httpOnly(true)
                .secure(securise)
                // Lax et non Strict : un lien reçu par courriel doit retrouver la session.
                .sameSite("Lax")
                .maxAge(duree)
                .build();
        reponse.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
