package fr.convergence.socle.reglage;

import fr.convergence.socle.base.DemarrageImpossible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuse de démarrer sur un réglage qui ne peut pas convenir, ou que personne ne lit : chaque défaut en une ligne, qui le
 * nomme. Un réglage mal écrit se découvrirait sinon bien après, quand un courriel ne part pas.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ControleDesReglages implements ApplicationListener<ApplicationPreparedEvent> {

    private static final ConfigurationPropertyName LES_NOTRES = ConfigurationPropertyName.of("convergence");

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent evenement) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) { // construire se passe de réglages
            return;
        }
        var defauts = defauts(evenement.getApplicationContext().getEnvironment(), Reglages.lus());
        if (!defauts.isEmpty()) {
            throw new DemarrageImpossible(String.join(System.lineSeparator(), defauts));
        }
    }

    static List<String> defauts(Environment environnement, Reglages reglages) {
        return Stream.concat(inconnus(environnement, reglages), impropres(environnement, reglages))
                .distinct()
                .sorted()
                .toList();
    }

    /** Ceux de la liste, d'où qu'ils viennent, et ceux qui sont écrits sous l'un d'eux : « …ars.76 », « …ans[0] ». */
    private static Stream<String> impropres(Environment environnement, Reglages reglages) {
        var listes = reglages.noms().stream().map(ConfigurationPropertyName::of).toList();
        var ecrits = noms(environnement).filter(nom -> !listes.contains(nom)).map(ConfigurationPropertyName::toString);
        return Stream.concat(reglages.noms().stream(), ecrits)
                .flatMap(nom -> reglages
                        .genre(ConfigurationPropertyName.of(nom))
                        .flatMap(genre -> Optional.ofNullable(environnement.getProperty(nom))
                                .flatMap(valeur -> genre.reproche(valeur)
                                        .map(reproche ->
                                                "%s : « %s » ne convient pas, %s.".formatted(nom, valeur, reproche))))
                        .stream());
    }

    private static Stream<String> inconnus(Environment environnement, Reglages reglages) {
        return noms(environnement)
                .filter(LES_NOTRES::isAncestorOf)
                .filter(nom -> reglages.genre(nom).isEmpty())
                .map(nom -> nom + " : réglage inconnu ; voyez documentation/exploitation.md.");
    }

    /** L'environnement du système porte aussi les variables d'autrui : seuls les noms écrits pour nous se jugent. */
    private static Stream<ConfigurationPropertyName> noms(Environment environnement) {
        return Stream.of(environnement)
                .flatMap(ControleDesReglages::sources)
                .filter(source -> !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)
                        && !StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(
                                String.valueOf(source.getUnderlyingSource())))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(IterableConfigurationPropertySource::stream)
                .distinct();
    }

    private static Stream<ConfigurationPropertySource> sources(Environment environnement) {
        return java.util.stream.StreamSupport.stream(
                ConfigurationPropertySources.get(environnement).spliterator(), false);
    }
}
