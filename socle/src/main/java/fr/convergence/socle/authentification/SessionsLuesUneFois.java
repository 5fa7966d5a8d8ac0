package fr.convergence.socle.authentification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Met {@link FiltreDesSessions} à la place du filtre de Spring Session, que Spring Boot ne laisse pas choisir. */
@Configuration(proxyBeanMethods = false)
class SessionsLuesUneFois {

    @Bean
    static BeanPostProcessor filtreDesSessions(
            ObjectProvider<SessionRepository<? extends Session>> depot, ObjectProvider<CookieSerializer> cookie) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object objet, String nom) {
                return objet instanceof SessionRepositoryFilter<?>
                        ? filtre(depot.getObject(), cookie.getObject())
                        : objet;
            }
        };
    }

    private static <S extends Session> SessionRepositoryFilter<SessionEspacee<S>> filtre(
            SessionRepository<S> depot, CookieSerializer cookie) {
        var filtre = new FiltreDesSessions<>(depot);
        var temoin = new CookieHttpSessionIdResolver();
        temoin.setCookieSerializer(cookie);
        filtre.setHttpSessionIdResolver(temoin);
        return filtre;
    }
}
