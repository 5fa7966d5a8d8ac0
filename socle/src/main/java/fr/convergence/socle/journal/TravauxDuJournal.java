package fr.convergence.socle.journal;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Le travail de fond du journal : ancrer ses têtes. */
@Configuration(proxyBeanMethods = false)
class TravauxDuJournal {

    /** Ce qui s'efface avant d'être ancré n'est dit par personne : c'est court. */
    private static final Duration ANCRAGE = Duration.ofMinutes(5);

    @Bean
    TachePeriodique ancrageDuJournal(Ancrage ancrage) {
        return new TachePeriodique("journal-ancrage", ANCRAGE, ancrage::ancrer);
    }
}
