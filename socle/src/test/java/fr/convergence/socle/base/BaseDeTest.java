package fr.convergence.socle.base;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Un vrai PostgreSQL par machine virtuelle, une base migrée et vide par classe de test.
 *
 * <p>Donne en paramètre : {@link DataSource}, {@link JdbcClient}, {@link TransactionTemplate}. Ils se connectent sous le rôle de
 * l'application, qui ne possède rien ; il lui est seulement permis de vider les tables, journal excepté.
 */
public final class BaseDeTest implements ParameterResolver {

    /** Le rôle qui migre. */
    public static final String PROPRIETAIRE = "proprietaire";

    /** Celui qui sert les requêtes. */
    public static final String APPLICATION = "application";

    private static final String MODELE = "modele";
    private static final Set<Class<?>> OFFERTS = Set.of(DataSource.class, JdbcClient.class, TransactionTemplate.class);
    private static final AtomicInteger SUIVANTE = new AtomicInteger();
    private static final EmbeddedPostgres SERVEUR = demarrer();

    /** Une base neuve, migrée, pour qui ne passe pas par JUnit (contexte Spring). */
    public static DataSource nouvelle() {
        return SERVEUR.getDatabase(APPLICATION, creer());
    }

    /** La même base, sous un rôle qui peut tout : ce que ferait qui tient le serveur. */
    public static DataSource sansFrein(DataSource source) {
        return SERVEUR.getDatabase("postgres", ((PGSimpleDataSource) source).getDatabaseName());
    }

    /** Adresse JDBC d'une base neuve et migrée. */
    public static String nouvelleAdresse() {
        // Sans rôle dans l'adresse : il l'emporterait sur celui de qui s'y connecte.
        return "jdbc:postgresql://localhost:%d/%s".formatted(SERVEUR.getPort(), creer());
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
                .sql("create database " + nom + " template " + MODELE + " owner " + PROPRIETAIRE)
                .update();
        return nom;
    }

    private static EmbeddedPostgres demarrer() {
        try {
            var serveur = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            var serveurEntier = JdbcClient.create(serveur.getPostgresDatabase());
            serveurEntier.sql("create role " + PROPRIETAIRE + " login").update();
            serveurEntier.sql("create role " + APPLICATION + " login").update();
            serveurEntier
                    .sql("create database " + MODELE + " owner " + PROPRIETAIRE)
                    .update();
            var modele = serveur.getDatabase(PROPRIETAIRE, MODELE);
            Migrations.jouer(migrations(modele));
            permettreDeVider(modele);
            return serveur;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Celles du site qui s'essaie ; le socle, seul, n'a que les siennes. */
    private static Flyway migrations(DataSource modele) {
        return Stream.of("portail", "isc")
                .filter(site -> BaseDeTest.class.getResource("/db/" + site) != null)
                .findFirst()
                .map(site -> Migrations.surLaBase(modele, APPLICATION, site))
                .orElseGet(() -> Migrations.reglees(modele, APPLICATION, "classpath:db/socle"));
    }

    private static void permettreDeVider(DataSource modele) {
        JdbcClient.create(modele).sql("""
                do $$ declare nom text; begin
                    for nom in select tablename from pg_tables where schemaname = 'public'
                               and tablename not like 'journal%%' and tablename not like 'flyway%%' loop
                        execute format('grant truncate on %%I to %s', nom);
                    end loop;
                end $$
                """.formatted(APPLICATION)).update();
    }
}
