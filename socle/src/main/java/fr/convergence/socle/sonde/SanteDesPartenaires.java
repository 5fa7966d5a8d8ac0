package fr.convergence.socle.sonde;

import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ce que les sondes ont trouvé ; demander l'état de santé n'essaie rien, et répond donc toujours aussitôt. */
@Configuration(proxyBeanMethods = false)
class SanteDesPartenaires {

    /** Sans elle aucune page ne se sert : un nœud qui ne la joint plus ne doit plus recevoir. */
    @Bean
    HealthIndicator baseHealthIndicator(Sondes sondes) {
        return de(sondes, "base");
    }

    @Bean
    CompositeHealthContributor partenairesHealthContributor(Sondes sondes) {
        return CompositeHealthContributor.fromMap(
                sondes.noms().stream().collect(Collectors.toMap(nom -> nom, nom -> de(sondes, nom))));
    }

    private static HealthIndicator de(Sondes sondes, String nom) {
        return () -> sondes.panne(nom)
                .map(raison -> Health.down().withDetail("raison", raison).build())
                .orElseGet(() -> Health.up().build());
    }
}
