package fr.convergence.portail.acces;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Donne la personne connectée aux contrôleurs : {@code Connecte qui}, ou {@code Optional<Connecte> qui}. */
@Component
final class ConnecteEnArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parametre) {
        return parametre.nestedIfOptional().getNestedParameterType() == Connecte.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parametre,
            @Nullable ModelAndViewContainer conteneur,
            NativeWebRequest requete,
            @Nullable WebDataBinderFactory liaison) {
        var connecte = Connecte.present();
        return parametre.getParameterType() == Optional.class
                ? connecte
                : connecte.orElseThrow(() -> new AccessDeniedException("Personne n’est connecté"));
    }
}
