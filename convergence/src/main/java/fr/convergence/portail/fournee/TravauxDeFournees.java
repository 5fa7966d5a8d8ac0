package fr.convergence.portail.fournee;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TravauxDeFournees {

    static final String FOURNEES = "fournees";

    /** Une demande réveille le travail ; la scrutation reprend ceux d'un nœud mort. */
    private static final Duration SCRUTATION = Duration.ofSeconds(15);

    private static final Duration OUBLI = Duration.ofHours(6);
    private static final int OUBLIES = 20;

    @Bean
    TachePeriodique fourneesDemandees(AccepterFournee accepter) {
        return TachePeriodique.parLots(FOURNEES, SCRUTATION, accepter::executer);
    }

    @Bean
    TachePeriodique fourneesOubliees(Fournees fournees) {
        return TachePeriodique.parLots("fournees-oubliees", OUBLI, () -> fournees.oublier(OUBLIES));
    }
}
