package fr.convergence.portail.piece;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Le travail de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TravauxDesPieces {

    static final String COPIES = "piece-copies";

    /** Une demande réveille le travail ; la scrutation reprend ce qu'un nœud mort a laissé. */
    private static final Duration SCRUTATION = Duration.ofSeconds(15);

    @Bean
    TachePeriodique copieDesPieces(CopierPieces copier) {
        return TachePeriodique.parLots(COPIES, SCRUTATION, copier::copierUne);
    }
}
