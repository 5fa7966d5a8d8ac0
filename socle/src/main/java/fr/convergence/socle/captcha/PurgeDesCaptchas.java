package fr.convergence.socle.captcha;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Efface les défis d'il y a plus d'une heure. */
@Configuration
class PurgeDesCaptchas {

    @Bean
    TachePeriodique oubliDesCaptchas(Captchas captchas) {
        return new TachePeriodique("captcha-purge", Duration.ofMinutes(10), captchas::purger);
    }
}
