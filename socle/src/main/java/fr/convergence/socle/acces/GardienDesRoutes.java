package fr.convergence.socle.acces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Ouvre chaque route à ceux que son {@link Acces} nomme, et à personne sans lui. Refuse aussi un formulaire qu'un autre compte
 * avait ouvert (CNX-7).
 */
@Component
final class GardienDesRoutes implements HandlerInterceptor {

    private final Map<Method, Optional<RegleDeRoute>> regles = new ConcurrentHashMap<>();

    private final EntreeDuSite entree;
    private final PreuveDeCompte preuves;

    GardienDesRoutes(EntreeDuSite entree, PreuveDeCompte preuves) {
        this.entree = entree;
        this.preuves = preuves;
    }

    /** Un formulaire écrit d'un autre compte, qu'un jeton de celui-ci accompagne : la page s'est ouverte avant que l'on change. */
    private static final class FormulaireDAutrui extends CsrfException {

        private static final long serialVersionUID = 1L;

        FormulaireDAutrui() {
            super("Formulaire d’un autre compte");
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object cible) {
        if (cible instanceof HandlerMethod methode && !ouverte(methode, PersonneConnectee.presente())) {
            throw new AccessDeniedException("Route fermée");
        }
        if (HttpMethod.POST.matches(requete.getMethod()) && preuves.dAutrui(requete)) {
            throw new FormulaireDAutrui();
        }
        return true;
    }

    private Optional<RegleDeRoute> connue(HandlerMethod methode) {
        return regles.computeIfAbsent(methode.getMethod(), _ -> RegleDeRoute.de(methode));
    }

    boolean ouverte(HandlerMethod route, Optional<PersonneConnectee> personne) {
        return connue(route)
                .filter(connue -> connue.publique()
                        || personne.filter(qui -> entree.admet(connue.porteur(), qui))
                                .isPresent())
                .isPresent();
    }
}
