package fr.convergence.socle.acces;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Ce que reçoit qui n'est pas connecté : la page de connexion, ou son formulaire rendu. Un script, lui, reçoit 401 : il suivrait la redirection sans
 * que la personne la voie, et ce qu'elle tape disparaîtrait sous la page de connexion (contrat dans apparence/src/saisie.js).
 */
public final class PorteDEntree implements AuthenticationEntryPoint {

    private final SaisieArretee saisies;
    private final EntreeDuSite entree;

    PorteDEntree(SaisieArretee saisies, EntreeDuSite entree) {
        this.saisies = saisies;
        this.entree = entree;
    }

    /** Vrai pour htmx et pour l'envoi reprenable, qui gardent la page où l'on est. */
    public static boolean parUnScript(HttpServletRequest requete) {
        return requete.getHeader("HX-Request") != null || requete.getHeader("Tus-Resumable") != null;
    }

    @Override
    public void commence(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException refus)
            throws IOException, ServletException {
        if (parUnScript(requete)) {
            reponse.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (!saisies.rendre(requete, reponse)) {
            var chemin =
                    requete.getRequestURI().substring(requete.getContextPath().length());
            new LoginUrlAuthenticationEntryPoint(entree.porte(chemin)).commence(requete, reponse, refus);
        }
    }
}
