package fr.convergence.socle.acces;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Donne la personne connectée aux contrôleurs, sous le type de leur site : seule, ou {@code Optional}. */
@Component
final class PersonneEnArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parametre) {
        return PersonneConnectee.class.isAssignableFrom(
                parametre.nestedIfOptional().getNestedParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parametre,
            @Nullable ModelAndViewContainer conteneur,
            NativeWebRequest requete,
            @Nullable WebDataBinderFactory liaison) {
        var personne = PersonneConnectee.presente();
        return parametre.getParameterType() == Optional.class
                ? personne
                : personne.orElseThrow(() -> new AccessDeniedException("Personne n’est connecté"));
    }
}
