package fr.convergence.socle.connexion;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** La page que le visiteur demandait quand on lui a demandé de se connecter ; toujours une page de ce site. */
final class PageDemandee {

    /** Où Spring Security garde la requête interrompue. */
    private static final String ATTRIBUT = "SPRING_SECURITY_SAVED_REQUEST";

    private PageDemandee() {}

    static Optional<String> de(HttpServletRequest requete) {
        var session = requete.getSession(false);
        return session != null && session.getAttribute(ATTRIBUT) instanceof SavedRequest demandee
                ? Optional.of(chemin(demandee.getRedirectUrl())).filter(PageDemandee::deCeSite)
                : Optional.empty();
    }

    private static String chemin(String adresse) {
        var uri = URI.create(adresse);
        return UriComponentsBuilder.newInstance()
                .path(uri.getRawPath())
                .query(uri.getRawQuery())
                .replaceQueryParam("continue")
                .build(true)
                .toUriString();
    }

    private static boolean deCeSite(String chemin) {
        return chemin.startsWith("/") && !chemin.startsWith("//") && !chemin.contains("\\");
    }
}
