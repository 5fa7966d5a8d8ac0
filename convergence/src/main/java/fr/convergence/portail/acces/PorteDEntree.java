package fr.convergence.portail.acces;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Ce que reçoit qui n'est pas connecté : la page de connexion, ou son formulaire rendu. Un script, lui, reçoit 401 : il suivrait la redirection sans
 * que la personne la voie, et ce qu'elle tape disparaîtrait sous la page de connexion (contrat dans apparence/src/saisie.js).
 */
public final class PorteDEntree implements AuthenticationEntryPoint {

    static final String ETABLISSEMENTS = "/connexion";
    private static final String EQUIPE = "/connexion/equipe";

    private final AuthenticationEntryPoint etablissements = new LoginUrlAuthenticationEntryPoint(ETABLISSEMENTS);
    private final AuthenticationEntryPoint equipe = new LoginUrlAuthenticationEntryPoint(EQUIPE);

    private final SaisieArretee saisies;

    PorteDEntree(SaisieArretee saisies) {
        this.saisies = saisies;
    }

    /** Vrai pour htmx et pour l'envoi reprenable, qui gardent la page où l'on est. */
    public static boolean parUnScript(HttpServletRequest requete) {
        return requete.getHeader("HX-Request") != null || requete.getHeader("Tus-Resumable") != null;
    }

    /** Les espaces où seule l'équipe travaille : leur porte est la sienne. */
    private static boolean deLEquipe(HttpServletRequest requete) {
        var chemin = requete.getRequestURI().substring(requete.getContextPath().length()) + "/";
        return Arrays.stream(Role.values())
                .filter(Role::equipe)
                .map(Role::espace)
                .anyMatch(espace -> chemin.startsWith(espace + "/"));
    }

    @Override
    public void commence(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException refus)
            throws IOException, ServletException {
        if (parUnScript(requete)) {
            reponse.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (!saisies.rendre(requete, reponse)) {
            (deLEquipe(requete) ? equipe : etablissements).commence(requete, reponse, refus);
        }
    }
}
