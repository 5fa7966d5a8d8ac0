package fr.convergence.socle.origine;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** La page d'où part une demande, telle que le navigateur la dit. */
public final class PageDOrigine {

    private static final String SITE = "Sec-Fetch-Site";

    private PageDOrigine() {}

    /**
     * Vrai d'une demande partie d'une page de ce site : une page étrangère ne peut pas le faire dire à un navigateur. Sans
     * l'un de ces deux entêtes, on ne le sait pas, et c'est non.
     */
    public static boolean duSite(HttpServletRequest requete) {
        var site = requete.getHeader(SITE);
        if (site != null) {
            return site.equals("same-origin");
        }
        var origine = requete.getHeader(HttpHeaders.ORIGIN);
        var hote = requete.getHeader(HttpHeaders.HOST);
        return origine != null
                && hote != null
                && (origine.equalsIgnoreCase("https://" + hote) || origine.equalsIgnoreCase("http://" + hote));
    }

    /** Son chemin, si elle est de ce site. */
    public static Optional<String> chemin(HttpServletRequest requete) {
        var referent = requete.getHeader(HttpHeaders.REFERER);
        if (referent == null) {
            return Optional.empty();
        }
        try {
            var adresse = URI.create(referent);
            var chemin = adresse.getRawPath();
            var duSite = requete.getServerName().equals(adresse.getHost())
                    && chemin != null
                    && chemin.startsWith("/")
                    && !chemin.startsWith("//");
            return duSite
                    ? Optional.of(chemin + (adresse.getRawQuery() == null ? "" : "?" + adresse.getRawQuery()))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
