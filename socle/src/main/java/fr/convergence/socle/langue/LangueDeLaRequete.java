package fr.convergence.socle.langue;

import fr.convergence.socle.session.FormeDesCookies;
import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Donne à chaque requête sa langue, avant tout autre filtre : la page d'une panne la parle aussi. Le choix tient un an, dans un
 * témoin ; il vient d'un lien « ?langue=en » vers la page où l'on est, qui marche sans script.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class LangueDeLaRequete extends OncePerRequestFilter {

    /** Le paramètre du choix, et le nom de son témoin. */
    public static final String PARAMETRE = "langue";

    private static final Duration UN_AN = Duration.ofDays(365);

    private final Site site;
    private final FormeDesCookies temoins;

    LangueDeLaRequete(Site site, FormeDesCookies temoins) {
        this.site = site;
        this.temoins = temoins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        var langue = langue(requete, reponse);
        var avant = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(langue.locale());
        try {
            suite.doFilter(new DansSaLangue(requete, langue.locale()), reponse);
        } finally {
            LocaleContextHolder.setLocaleContext(avant);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Langue langue(HttpServletRequest requete, HttpServletResponse reponse) {
        if (!site.enPlusieursLangues()) {
            return site.langues().getFirst();
        }
        var choisie = choisie(requete);
        choisie.ifPresent(langue -> temoins.poser(PARAMETRE, langue.code(), UN_AN, requete, reponse));
        return choisie.or(() -> temoins.lire(PARAMETRE, requete).flatMap(this::parlee))
                .or(() -> duNavigateur(requete))
                .orElse(site.langues().getFirst());
    }

    /** Dans l'adresse, et nulle part ailleurs : lire le corps d'un envoi le consommerait. */
    private Optional<Langue> choisie(HttpServletRequest requete) {
        var adresse = requete.getQueryString();
        return adresse == null
                ? Optional.empty()
                : List.of(adresse.split("&")).stream()
                        .filter(valeur -> valeur.startsWith(PARAMETRE + "="))
                        .reduce((_, derniere) -> derniere)
                        .flatMap(valeur -> parlee(valeur.substring(PARAMETRE.length() + 1)));
    }

    private Optional<Langue> duNavigateur(HttpServletRequest requete) {
        if (requete.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(requete.getLocales()).stream()
                .flatMap(locale -> parlee(locale.getLanguage()).stream())
                .findFirst();
    }

    private Optional<Langue> parlee(String code) {
        return Langue.lire(code).filter(site.langues()::contains);
    }

    /** Ce qu'en lisent les filtres qui suivent, et Spring. */
    private static final class DansSaLangue extends HttpServletRequestWrapper {

        private final Locale locale;

        DansSaLangue(HttpServletRequest requete, Locale locale) {
            super(requete);
            this.locale = locale;
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }
    }
}
