package fr.convergence.socle.acces;

import fr.convergence.socle.envoi.AppelsUneFois;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.page.RenduDePage;
import java.util.List;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Branche sur Spring MVC le rendu des pages, la garde des routes, la personne connectée et la clé des formulaires. */
@Configuration
class WebDuSite implements WebMvcConfigurer {

    private final RenduDePage rendu;
    private final GardienDesRoutes gardien;
    private final PersonneEnArgument personne;

    WebDuSite(RenduDePage rendu, GardienDesRoutes gardien, PersonneEnArgument personne) {
        this.rendu = rendu;
        this.gardien = gardien;
        this.personne = personne;
    }

    @Bean
    static WebMvcRegistrations routesEtAppels(EnvoisUniques envois) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RoutesParDebut();
            }

            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new AppelsUneFois(envois);
            }
        };
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> rendus) {
        rendus.add(rendu);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> arguments) {
        arguments.add(personne);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(gardien);
    }
}
