package fr.convergence.socle.signature;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Charge le certificat au démarrage : un service qui ne pourrait pas sceller ne démarre pas. */
@Configuration(proxyBeanMethods = false)
class ServiceDeSignature {

    @Bean
    Yousign yousign(ReglagesDeYousign reglages) {
        return new Yousign(reglages);
    }

    /** @param creer le même réglage que pour le trousseau : un premier démarrage fabrique les deux */
    @Bean
    Cachet cachet(
            ReglagesDeSignature reglages,
            @Value("${convergence.cles.fichier:donnees/cles.json}") Path trousseau,
            @Value("${convergence.cles.creer:false}") boolean creer,
            Clock horloge) {
        var dit = reglages.certificat();
        var fichier = dit == null ? trousseau.toAbsolutePath().resolveSibling("cachet.p12") : dit;
        return new Cachet(
                creer
                        ? CleDeSignature.chargerOuCreer(fichier, reglages.motDePasse(), horloge.instant())
                        : CleDeSignature.charger(fichier, reglages.motDePasse()));
    }
}
