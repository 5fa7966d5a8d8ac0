package fr.convergence.socle.session;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Le filtre qui pose la session et le témoin qui la désigne (CNX-7), les mêmes dans un serveur et dans un essai. */
@Configuration(proxyBeanMethods = false)
class SessionsDuServeur {

    @Bean
    SessionRepositoryFilter<SessionEnBase> filtreDesSessions(SessionsEnBase depot, CookieSerializer temoin) {
        var filtre = new FiltreDesSessions<>(depot);
        var temoins = new CookieHttpSessionIdResolver();
        temoins.setCookieSerializer(temoin);
        filtre.setHttpSessionIdResolver(temoins);
        return filtre;
    }

    @Bean
    CookieSerializer temoinDeSession(
            @Value("${server.servlet.session.cookie.name:__Host-session}") String nom,
            @Value("${server.servlet.session.cookie.secure:true}") boolean securise) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(nom);
        cookie.setUseSecureCookie(securise);
        cookie.setUseHttpOnlyCookie(true);
        // Lax et non Strict : un lien reçu par courriel doit retrouver la session.
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
