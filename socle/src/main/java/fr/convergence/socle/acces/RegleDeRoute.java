package fr.convergence.socle.acces;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * À qui une route est ouverte, telle que son contrôleur le dit.
 *
 * @param porteur la méthode, sinon sa classe : celle des deux qui porte {@link Acces}
 * @param publique ouverte à tous, connectés ou non
 */
public record RegleDeRoute(AnnotatedElement porteur, boolean publique) {

    /** Vide : la route est fermée à tous. */
    public static Optional<RegleDeRoute> de(HandlerMethod route) {
        return portee(route.getMethod()).or(() -> portee(route.getBeanType()));
    }

    private static Optional<RegleDeRoute> portee(AnnotatedElement porteur) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(porteur, Acces.class))
                .map(acces -> new RegleDeRoute(porteur, acces.publique()));
    }
}
