package fr.convergence.socle.jeton;

import fr.convergence.socle.tache.TachePeriodique;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Efface ce qui ne prouve plus rien, assez tard pour qu'un lien mort sache encore dire pourquoi. */
@Configuration
class PurgeDesJetons {

    private static final Duration MEMOIRE_D_UN_LIEN = Duration.ofDays(30);

    private final JdbcClient base;
    private final Clock horloge;

    PurgeDesJetons(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    @Bean
    TachePeriodique purgerLesJetons() {
        return new TachePeriodique("jeton-purge", Duration.ofHours(1), this::purger);
    }

    void purger() {
        var maintenant = horloge.instant();
        base.sql("delete from jeton_code where expire_le < ?")
                .param(Timestamp.from(maintenant.minus(Codes.VALIDITE)))
                .update();
        base.sql("delete from jeton_lien where expire_le < ?")
                .param(Timestamp.from(maintenant.minus(MEMOIRE_D_UN_LIEN)))
                .update();
    }
}
