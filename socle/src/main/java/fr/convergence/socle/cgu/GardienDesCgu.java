package fr.convergence.socle.cgu;

import fr.convergence.socle.acces.RegleDeRoute;
import fr.convergence.socle.acces.SaisieArretee;
import fr.convergence.socle.acces.SaisieArretee.Arret;
import fr.convergence.socle.origine.PageDOrigine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tant qu'elle n'a pas accepté la version en vigueur, une personne connectée n'ouvre que la page qui la lui propose. */
@Configuration
class GardienDesCgu implements WebMvcConfigurer, HandlerInterceptor {

    static final String ACCEPTATION = "/cgu/acceptation";

    /** Attribut posé à la connexion : la base n'est pas relue à chaque requête. */
    static final String A_ACCEPTER = "cgu.a-accepter";

    private static final Set<String> OUVERTES = Set.of(ACCEPTATION, "/session/prolongations");
    private static final String RETOUR = "cgu.retour";

    private final SaisieArretee saisies;

    GardienDesCgu(SaisieArretee saisies) {
        this.saisies = saisies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object cible) throws IOException {
        var session = requete.getSession(false);
        if (session == null
                || session.getAttribute(A_ACCEPTER) == null
                || !(cible instanceof HandlerMethod methode)
                || publique(methode)
                || OUVERTES.contains(requete.getRequestURI())) {
            return true;
        }
        arreter(requete, reponse);
        return false;
    }

    /** Laisse passer, et dit où l'on allait quand l'acceptation a été demandée. */
    static String lever(HttpSession session) {
        var retour = session.getAttribute(RETOUR);
        session.removeAttribute(RETOUR);
        session.removeAttribute(A_ACCEPTER);
        return retour instanceof String chemin ? chemin : "/";
    }

    /** Un formulaire n'est pas pris : ce qui y est écrit est rendu, et repart de là une fois les conditions acceptées. */
    private void arreter(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (requete.getHeader("HX-Request") != null) {
            reponse.setHeader("HX-Redirect", ACCEPTATION);
            reponse.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        if (HttpMethod.GET.matches(requete.getMethod())) {
            var question = requete.getQueryString();
            requete.getSession()
                    .setAttribute(RETOUR, requete.getRequestURI() + (question == null ? "" : "?" + question));
        } else if (HttpMethod.POST.matches(requete.getMethod())) {
            PageDOrigine.chemin(requete)
                    .ifPresent(chemin -> requete.getSession().setAttribute(RETOUR, chemin));
            if (saisies.rendre(Arret.CONDITIONS, ACCEPTATION, requete, reponse)) {
                return;
            }
        }
        reponse.setStatus(HttpStatus.SEE_OTHER.value());
        reponse.setHeader("Location", ACCEPTATION);
    }

    private static boolean publique(HandlerMethod methode) {
        return RegleDeRoute.de(methode).filter(RegleDeRoute::publique).isPresent();
    }
}
