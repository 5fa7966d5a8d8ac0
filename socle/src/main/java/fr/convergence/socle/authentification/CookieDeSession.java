package fr.convergence.socle.authentification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Le témoin de session (CNX-7), le même dans un serveur et dans un essai. */
@Configuration(proxyBeanMethods = false)
class CookieDeSession {

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
