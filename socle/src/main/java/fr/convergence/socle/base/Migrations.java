package fr.convergence.socle.base;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joue les migrations sans arrêter les écritures : aucune n'attend un verrou plus longtemps que ne le dit
 * beforeEachMigrate__verrous.sql, et celle qui ne l'obtient pas recommence.
 */
public final class Migrations {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Migrations.class);
    private static final String VERROU_REFUSE = "55P03"; // lock_not_available
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ESSAIS = 120;

    private Migrations() {}

    /**
     * Celles d'un site, hors de Spring, réglées comme socle.yaml les règle.
     *
     * @param site « portail » ou « isc »
     */
    public static Flyway surLaBase(DataSource proprietaire, String application, String site) {
        // Celles de db/personne se rangent parmi celles du site, qui crée les comptes où elles renvoient.
        return reglees(
                proprietaire, application, "classpath:db/socle", "classpath:db/personne", "classpath:db/" + site);
    }

    /** D'autres migrations, réglées de même. */
    public static Flyway reglees(DataSource proprietaire, String application, String... dossiers) {
        return Flyway.configure()
                .dataSource(proprietaire)
                .locations(dossiers)
                .placeholders(Map.of("application", application))
                // Sinon Flyway garde une transaction ouverte, qu'un index construit « concurrently » attendrait sans
                // fin.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    /** @throws DemarrageImpossible si un verrou n'a pas été obtenu en deux minutes */
    public static void jouer(Flyway flyway) {
        for (var essai = 1; ; essai++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException echec) {
                if (!verrouRefuse(echec)) {
                    throw echec;
                }
                flyway.repair(); // hors transaction, l'échec est inscrit : l'oublier permet de la rejouer
                if (essai == ESSAIS) {
                    throw new DemarrageImpossible(
                            "Une migration n’obtient pas son verrou : une transaction longue tient la table ; finissez-la, puis redémarrez.");
                }
                JOURNAL.info("Une migration attend un verrou ; essai {} sur {}", essai + 1, ESSAIS);
                attendre();
            }
        }
    }

    private static boolean verrouRefuse(FlywayException echec) {
        return Stream.iterate((Throwable) echec, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && VERROU_REFUSE.equals(sql.getSQLState()));
    }

    private static void attendre() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarrageImpossible("Démarrage interrompu pendant les migrations.");
        }
    }
}
