package fr.convergence.socle.base;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Un vrai PostgreSQL par machine virtuelle, une base migrée et vide par classe de test.
 *
 * <p>Donne en paramètre : {@link DataSource}, {@link JdbcClient}, {@link TransactionTemplate}.
 */
public final class BaseDeTest implements ParameterResolver {

    private static final String MODELE = "modele";
    private static final Set<Class<?>> OFFERTS = Set.of(DataSource.class, JdbcClient.class, TransactionTemplate.class);
    private static final AtomicInteger SUIVANTE = new AtomicInteger();
    private static final EmbeddedPostgres SERVEUR = demarrer();

    /** Une base neuve, migrée, pour qui ne passe pas par JUnit (contexte Spring). */
    public static DataSource nouvelle() {
        return SERVEUR.getDatabase("postgres", creer());
    }

    /** Adresse JDBC d'une base neuve et migrée. */
    public static String nouvelleAdresse() {
        return SERVEUR.getJdbcUrl("postgres", creer());
    }

    @Override
    public boolean supportsParameter(ParameterContext parametre, ExtensionContext contexte) {
        return OFFERTS.contains(parametre.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parametre, ExtensionContext contexte) {
        var classe = contexte.getRequiredTestClass();
        var source = contexte.getRoot()
                .getStore(Namespace.create(BaseDeTest.class))
                .computeIfAbsent(classe, ignoree -> nouvelle(), DataSource.class);
        var type = parametre.getParameter().getType();
        if (type == JdbcClient.class) {
            return JdbcClient.create(source);
        }
        return type == DataSource.class ? source : new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    private static synchronized String creer() {
        var nom = "essai_" + SUIVANTE.incrementAndGet();
        JdbcClient.create(SERVEUR.getPostgresDatabase())
                .sql("create database " + nom + " template " + MODELE)
                .update();
        return nom;
    }

    private static EmbeddedPostgres demarrer() {
        try {
            var serveur = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            JdbcClient.create(serveur.getPostgresDatabase())
                    .sql("create database " + MODELE)
                    .update();
            Flyway.configure()
                    .dataSource(serveur.getDatabase("postgres", MODELE))
                    .locations("classpath:db/socle", "classpath:db/portail")
                    .load()
                    .migrate();
            return serveur;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
