package fr.convergence.socle.base;

import fr.convergence.socle.sonde.Sonde;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class ConfigurationDeBase {

    /** Assez court pour qu'une page réponde en deux secondes que la base ne répond plus, panne découverte comprise. */
    private static final Duration ENTRE_DEUX_ESSAIS = Duration.ofMillis(500);

    @Bean
    Clock horloge(JdbcClient base) {
        return new HorlogeDeLaBase(base);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    BaseSurveillee dataSource(DataSourceProperties reglages) {
        var base = new BaseSurveillee();
        base.setJdbcUrl(reglages.determineUrl());
        base.setUsername(reglages.determineUsername());
        base.setPassword(reglages.determinePassword());
        return base;
    }

    @Bean
    Sonde sondeDeLaBase(BaseSurveillee base) {
        return new Sonde("base", ENTRE_DEUX_ESSAIS, base::essayer);
    }

    @Bean
    FlywayMigrationStrategy migrationsPatientes() {
        return Migrations::jouer;
    }
}
