package fr.convergence.portail.export;

import fr.convergence.portail.export.DemandeDExport.Genre;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Les travaux de fond de ce paquet. Une archive longue ne fait pas attendre un tableau : chaque genre a le sien. */
@Configuration(proxyBeanMethods = false)
class TravauxDExport {

    /** Une demande réveille le travail ; la scrutation reprend celles d'un nœud mort. */
    private static final Duration SCRUTATION = Duration.ofSeconds(15);

    private static final Duration OUBLI = Duration.ofMinutes(10);
    private static final int LOT = 20;

    static String travail(Genre genre) {
        return switch (genre) {
            case LISTE -> "export-listes";
            case PIECES -> "export-pieces";
        };
    }

    @Bean
    TachePeriodique exportsDesListes(FaireExport faire) {
        return TachePeriodique.parLots(travail(Genre.LISTE), SCRUTATION, () -> faire.executer(Genre.LISTE));
    }

    @Bean
    TachePeriodique exportsPerimes(Exports exports, Fichiers fichiers, TransactionTemplate transaction) {
        return TachePeriodique.parLots("export-perimes", OUBLI, () -> oublier(exports, fichiers, transaction));
    }

    /** @return vrai s'il en reste peut-être */
    static boolean oublier(Exports exports, Fichiers fichiers, TransactionTemplate transaction) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var perimes = exports.oublier(LOT);
            perimes.forEach(fichiers::supprimer);
            return perimes.size() == LOT;
        }));
    }
}
