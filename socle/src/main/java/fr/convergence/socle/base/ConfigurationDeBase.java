package fr.convergence.socle.base;

import java.time.Clock;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class ConfigurationDeBase {

    @Bean
    Clock horloge(JdbcClient base) {
        return new HorlogeDeLaBase(base);
    }

    @Bean
    FlywayMigrationStrategy migrationsPatientes() {
        return Migrations::jouer;
    }
}
