package fr.convergence.socle.erreur;

import fr.convergence.socle.acces.SaisieArretee;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.RenduDePage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sans la base, la session ne se lit pas : la panne vient d'un filtre, qu'aucun contrôleur n'habille, et la page d'erreur du
 * serveur la relirait. Elle se dit ici, comme à un visiteur, avec le temps à laisser passer, et rend ce qui était écrit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PanneDeLaBase extends OncePerRequestFilter {

    private final RenduDePage rendu;
    private final SaisieArretee saisies;

    PanneDeLaBase(RenduDePage rendu, SaisieArretee saisies) {
        this.rendu = rendu;
        this.saisies = saisies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        try {
            suite.doFilter(requete, reponse);
        } catch (ServletException | IOException | RuntimeException echec) {
            if (reponse.isCommitted() || !ErreursDesControleurs.passagere(echec)) {
                throw echec;
            }
            dire(requete, reponse);
        }
    }

    /** La page d'un refus de filtre passe aussi par la session. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void dire(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.resetBuffer();
        requete.removeAttribute(CsrfToken.class.getName()); // il se lit dans la session
        var page = saisies.enPanne(requete).orElseGet(() -> new ErreurPage(HttpStatus.SERVICE_UNAVAILABLE, null));
        rendu.ecrire(page, requete, reponse);
    }
}
