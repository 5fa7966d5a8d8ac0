package fr.convergence.socle.base;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;

/** Essaie la base, sous chacun des deux rôles, une fois la configuration connue, avant que rien d'autre ne démarre et n'écrive de trace. */
final class ControleDuDemarrage implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent evenement) {
        var configuration = evenement.getApplicationContext().getEnvironment();
        var adresse = configuration.getProperty("spring.datasource.url");
        if (adresse == null || Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) { // construire se passe de base
            return;
        }
        essayer(new AccesALaBase(
                adresse,
                configuration.getProperty("spring.datasource.username", ""),
                configuration.getProperty("spring.datasource.password", "")));
        essayer(new AccesALaBase(
                adresse,
                configuration.getProperty("spring.flyway.user", ""),
                configuration.getProperty("spring.flyway.password", "")));
    }

    private static void essayer(AccesALaBase acces) {
        if (acces.utilisateur().isEmpty()) {
            return; // celui des migrations, quand il n'est pas distingué
        }
        acces.empechement().ifPresent(ligne -> {
            throw new DemarrageImpossible(ligne);
        });
    }
}
