package fr.convergence.portail.acces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
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

    private final Map<Method, Optional<Acces>> regles = new ConcurrentHashMap<>();

    private final PreuveDeCompte preuves;

    GardienDesRoutes(PreuveDeCompte preuves) {
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
        if (cible instanceof HandlerMethod methode && !ouverte(connue(methode), Connecte.present())) {
            throw new AccessDeniedException("Route fermée");
        }
        if (HttpMethod.POST.matches(requete.getMethod()) && preuves.dAutrui(requete)) {
            throw new FormulaireDAutrui();
        }
        return true;
    }

    private Optional<Acces> connue(HandlerMethod methode) {
        return regles.computeIfAbsent(methode.getMethod(), _ -> regle(methode));
    }

    /** La règle d'une route : celle de la méthode, sinon celle de sa classe. */
    static Optional<Acces> regle(HandlerMethod methode) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(methode.getMethod(), Acces.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(methode.getBeanType(), Acces.class)));
    }

    static boolean ouverte(Optional<Acces> regle, Optional<Connecte> connecte) {
        if (regle.isEmpty()) {
            return false;
        }
        var admis = List.of(regle.get().value());
        return regle.get().publique()
                || connecte.filter(qui -> admis.isEmpty() || admis.contains(qui.role()))
                        .isPresent();
    }
}
