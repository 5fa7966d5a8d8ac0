package fr.convergence.socle.mesure;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import fr.convergence.socle.sonde.Sondes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Les mesures de ce nœud. Tant que personne ne les a demandées, rien n'est compté ni chargé ; ensuite, une requête n'en paie que
 * sa durée notée, et le reste se lit au relevé.
 *
 * <p>Aucune étiquette ne vient de ce qu'on demande ou saisit : la route, et non l'adresse, qui porte des références.
 */
@Component
final class Releve {

    /** Ce que le portail promet d'une page, et au-delà de quoi elle est perdue. */
    private static final Duration[] PALIERS = {
        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(2)
    };

    private final ObjectProvider<HikariDataSource> base;
    private final ObjectProvider<Sondes> sondes;
    private final List<Jauge> jauges;
    private volatile @Nullable PrometheusMeterRegistry registre;

    /** Retrouver la sienne dans le registre coûterait à chaque requête plus que la noter. */
    private final Map<Serie, Timer> durees = new ConcurrentHashMap<>();

    private record Serie(String methode, String route, int centaine) {}

    Releve(ObjectProvider<HikariDataSource> base, ObjectProvider<Sondes> sondes, List<Jauge> jauges) {
        this.base = base;
        this.sondes = sondes;
        this.jauges = jauges;
    }

    void commencer() {
        var neuf = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(mesure -> mesure.bindTo(neuf));
        base.ifAvailable(connexions -> mesurer(neuf, connexions));
        sondes.ifAvailable(toutes -> toutes.noms()
                .forEach(nom -> Gauge.builder(
                                "partenaire.repond",
                                toutes,
                                essais -> essais.panne(nom).isEmpty() ? 1 : 0)
                        .description("1 si ce dont le site dépend répond, 0 sinon")
                        .tag("partenaire", nom)
                        .register(neuf)));
        jauges.forEach(jauge -> Gauge.builder(jauge.nom(), jauge.valeur()::getAsDouble)
                .description(jauge.quoi())
                .register(neuf));
        registre = neuf;
    }

    void finir() {
        var fini = registre;
        registre = null;
        durees.clear();
        if (fini != null) {
            fini.close();
        }
    }

    boolean enCours() {
        return registre != null;
    }

    /** @param route son motif, « /dossiers/{reference} » */
    void requete(String methode, String route, int statut, long nanos) {
        var courant = registre;
        if (courant != null) {
            durees.computeIfAbsent(new Serie(methode, route, statut / 100), serie -> duree(courant, serie))
                    .record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer duree(MeterRegistry registre, Serie serie) {
        return Timer.builder("requetes")
                .description("Durée des requêtes, par route")
                .tags("methode", serie.methode(), "route", serie.route(), "statut", serie.centaine() + "xx")
                .serviceLevelObjectives(PALIERS)
                .register(registre);
    }

    /** Au format de Prometheus ; vide quand rien n'est mesuré. */
    Optional<String> texte() {
        return Optional.ofNullable(registre).map(PrometheusMeterRegistry::scrape);
    }

    private static void mesurer(MeterRegistry registre, HikariDataSource connexions) {
        connexion(registre, connexions, "prises", HikariPoolMXBean::getActiveConnections);
        connexion(registre, connexions, "libres", HikariPoolMXBean::getIdleConnections);
        connexion(registre, connexions, "attendues", HikariPoolMXBean::getThreadsAwaitingConnection);
    }

    private static void connexion(
            MeterRegistry registre,
            HikariDataSource connexions,
            String etat,
            ToDoubleFunction<HikariPoolMXBean> combien) {
        Gauge.builder(
                        "base.connexions",
                        connexions,
                        source -> Optional.ofNullable(source.getHikariPoolMXBean())
                                .map(combien::applyAsDouble)
                                .orElse(0.0))
                .description("Connexions à la base, et demandes qui en attendent une")
                .tag("etat", etat)
                .register(registre);
    }
}
