package fr.convergence.socle.envoi;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Appelle les contrôleurs : un formulaire envoyé l'est {@linkplain EnvoisUniques une fois}, sauf sur une route {@link Rejouable}. */
public final class AppelsUneFois extends RequestMappingHandlerAdapter {

    private final EnvoisUniques envois;

    public AppelsUneFois(EnvoisUniques envois) {
        this.envois = envois;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod methode) {
        return methode.hasMethodAnnotation(Rejouable.class)
                ? super.createInvocableHandlerMethod(methode)
                : new Appel(methode, envois);
    }

    private static final class Appel extends ServletInvocableHandlerMethod {

        private final EnvoisUniques envois;

        Appel(HandlerMethod methode, EnvoisUniques envois) {
            super(methode);
            this.envois = envois;
        }

        @Override
        public @Nullable Object invokeForRequest(
                NativeWebRequest web, @Nullable ModelAndViewContainer conteneur, Object... donnes) throws Exception {
            var requete = web.getNativeRequest(HttpServletRequest.class);
            return requete == null || !HttpMethod.POST.matches(requete.getMethod())
                    ? super.invokeForRequest(web, conteneur, donnes)
                    : envois.uneFois(requete, () -> super.invokeForRequest(web, conteneur, donnes));
        }
    }
}
