package fr.convergence.socle.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Le filtre qui pose la session et le témoin qui la désigne (CNX-7), les mêmes dans un serveur et dans un essai. */
@Configuration(proxyBeanMethods = false)
class SessionsDuServeur {

    private static final String NOM = "session";

    @Bean
    SessionRepositoryFilter<SessionEnBase> filtreDesSessions(SessionsEnBase depot, CookieSerializer temoin) {
        var filtre = new FiltreDesSessions<>(depot);
        var temoins = new CookieHttpSessionIdResolver();
        temoins.setCookieSerializer(temoin);
        filtre.setHttpSessionIdResolver(temoins);
        return filtre;
    }

    @Bean
    CookieSerializer temoinDeSession(FormeDesCookies forme) {
        var securise = ecrit(forme.nom(NOM, true), true);
        var enHttp = ecrit(forme.nom(NOM, false), false);
        return new CookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest requete) {
                return de(requete).readCookieValues(requete);
            }

            @Override
            public void writeCookieValue(CookieValue valeur) {
                if (valeur.getRequest().getAttribute(SessionDeLaRequete.REPRISE) == null) {
                    de(valeur.getRequest()).writeCookieValue(valeur);
                }
            }

            private CookieSerializer de(HttpServletRequest requete) {
                return forme.securise(requete) ? securise : enHttp;
            }
        };
    }

    private static CookieSerializer ecrit(String nom, boolean securise) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(nom);
        cookie.setUseSecureCookie(securise);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
