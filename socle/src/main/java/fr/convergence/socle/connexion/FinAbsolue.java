package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.acces.PorteDEntree;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Une session ne dure pas plus de douze heures, même sans cesse employée (CNX-7). */
@Configuration
class FinAbsolue implements WebMvcConfigurer, HandlerInterceptor {

    private static final Duration DUREE = Duration.ofHours(12);

    private final Clock horloge;

    FinAbsolue(Clock horloge) {
        this.horloge = horloge;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object cible) {
        var finie = PersonneConnectee.presente()
                .filter(qui -> !horloge.instant().isBefore(qui.depuis().plus(DUREE)));
        if (finie.isEmpty()) {
            return true;
        }
        var session = requete.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (!PorteDEntree.parUnScript(requete)) {
            reponse.setStatus(HttpStatus.SEE_OTHER.value());
            reponse.setHeader("Location", ConnexionController.SESSION_FINIE);
        } else {
            reponse.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        return false;
    }
}
