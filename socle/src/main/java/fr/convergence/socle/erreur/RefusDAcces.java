package fr.convergence.socle.erreur;

import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.acces.PorteDEntree;
import fr.convergence.socle.acces.SaisieArretee;
import fr.convergence.socle.origine.PageDOrigine;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.page.RenduDePage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Dit pourquoi la porte reste fermée : page expirée (ce qui y était écrit est rendu), ou accès que le compte n'a pas. */
@Component
final class RefusDAcces implements AccessDeniedHandler {

    private final RenduDePage rendu;
    private final SaisieArretee saisies;
    private final PassageDeSession passages;

    RefusDAcces(RenduDePage rendu, SaisieArretee saisies, PassageDeSession passages) {
        this.rendu = rendu;
        this.saisies = saisies;
        this.passages = passages;
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
        if (!(refus instanceof CsrfException)) {
            rendu.ecrire(page(requete, refus), requete, reponse);
            return;
        }
        var fait = passages.dejaFait(requete, reponse);
        if (fait.isPresent()) {
            rendu.ecrire(fait.get(), requete, reponse);
        } else if (!saisies.rendre(requete, reponse)) {
            rendu.ecrire(page(requete, refus), requete, reponse);
        }
    }

    private static Page page(HttpServletRequest requete, AccessDeniedException refus) {
        return refus instanceof CsrfException
                ? new PageExpireePage(PageDOrigine.chemin(requete).orElse(null))
                : new ErreurPage(HttpStatus.FORBIDDEN, null);
    }
}
