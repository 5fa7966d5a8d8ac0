package fr.convergence.portail.export;

import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TravauxDExport {

    static final String LISTES = "export-listes";

    /** Une archive tient des minutes : les listes ne l'attendent pas. */
    static final String PIECES = "export-pieces";

    /** Une demande réveille le travail ; la scrutation reprend celles d'un nœud mort. */
    private static final Duration SCRUTATION = Duration.ofSeconds(15);

    private static final Duration OUBLI = Duration.ofMinutes(10);
    private static final int LOT = 20;

    @Bean
    TachePeriodique exportsDesListes(FaireExport faire) {
        return TachePeriodique.parLots(LISTES, SCRUTATION, faire::liste);
    }

    @Bean
    TachePeriodique exportsDesPieces(FaireExport faire) {
        return TachePeriodique.parLots(PIECES, SCRUTATION, faire::pieces);
    }

    @Bean
    TachePeriodique exportsPerimes(Exports exports, Fichiers fichiers, TransactionTemplate transaction) {
        return TachePeriodique.parLots("export-perimes", OUBLI, () -> oublier(exports, fichiers, transaction));
    }

    /** @return vrai s'il en reste peut-être */
    static boolean oublier(Exports exports, Fichiers fichiers, TransactionTemplate transaction) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var perimes = exports.oublier(LOT);
            perimes.stream().flatMap(Optional::stream).forEach(fichiers::supprimer);
            return perimes.size() == LOT;
        }));
    }
}
