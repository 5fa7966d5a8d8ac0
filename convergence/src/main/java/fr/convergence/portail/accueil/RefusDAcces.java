package fr.convergence.portail.accueil;

import fr.convergence.portail.acces.PorteDEntree;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.page.RenduDePage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Dit pourquoi la porte reste fermée : page expirée, ou accès que le compte n'a pas. */
@Component
final class RefusDAcces implements AccessDeniedHandler {

    private final RenduDePage rendu;

    RefusDAcces(RenduDePage rendu) {
        this.rendu = rendu;
    }

    @Override
    public void handle(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException refus)
            throws IOException {
        if (reponse.isCommitted()) {
            return;
        }
        if (refus instanceof CsrfException && PorteDEntree.parUnScript(requete)) {
            // La session dont la page tient son jeton est finie : elle garde ce qui est tapé et propose de se
            // reconnecter.
            reponse.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        rendu.ecrire(page(requete, refus), requete, reponse);
    }

    private static Page page(HttpServletRequest requete, AccessDeniedException refus) {
        return refus instanceof CsrfException
                ? new PageExpireePage(provenance(requete))
                : new ErreurPage(HttpStatus.FORBIDDEN, null);
    }

    /** Le chemin de la page d'où venait le formulaire, si elle est de ce site. */
    private static @Nullable String provenance(HttpServletRequest requete) {
        var referent = requete.getHeader("Referer");
        if (referent == null) {
            return null;
        }
        try {
            var adresse = URI.create(referent);
            var chemin = adresse.getRawPath();
            var duSite = requete.getServerName().equals(adresse.getHost())
                    && chemin != null
                    && chemin.startsWith("/")
                    && !chemin.startsWith("//");
            return duSite ? chemin + (adresse.getRawQuery() == null ? "" : "?" + adresse.getRawQuery()) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
