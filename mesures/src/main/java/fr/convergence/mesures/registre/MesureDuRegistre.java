package fr.convergence.mesures.registre;

import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.registre.ImporterRegistre;
import fr.convergence.portail.registre.ResultatImport;
import fr.convergence.socle.base.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Importe un fichier de registre, deux fois, dit la durée et le plus haut du tas, puis mesure la recherche. Dans un tas de
 * {@link #MEMOIRE} : que l'import finisse prouve que le tas ne suit pas le fichier.
 */
public final class MesureDuRegistre {

    /** Ce que {@code Mesurer} doit faire dans ce processus. */
    public static final String ORDRE = "registre";

    public static final String MEMOIRE = "-Xmx128m";

    private static final int ESSAIS = 21;
    private static final List<String> SAISIES = List.of(
            "montpellier",
            "centre",
            "centre hosp",
            "clinique montp",
            "ehpad paris",
            "residence",
            "ch",
            "foyer lyon",
            "saint jean",
            "hospitalier",
            "montpelier",
            "hopitla nimse",
            "340780477",
            "34078",
            "xxxxxxxx");

    private MesureDuRegistre() {}

    /** @param arguments combien d'entités juridiques inventer (98 000 font 750 Mo), ou des fichiers de registre à importer */
    public static void mesurer(List<String> arguments) throws IOException {
        try (var serveur = EmbeddedPostgres.start()) {
            var base = serveur.getPostgresDatabase();
            Migrations.jouer(Migrations.surLaBase(base, "postgres", "portail"));
            try (var contexte = contexte(base)) {
                for (var fichier : fichiers(arguments)) {
                    importer(contexte.getBean(ImporterRegistre.class), fichier);
                    importer(contexte.getBean(ImporterRegistre.class), fichier);
                }
                chercher(base);
            }
        }
    }

    private static AnnotationConfigApplicationContext contexte(DataSource base) {
        var contexte = new AnnotationConfigApplicationContext();
        contexte.registerBean(DataSource.class, () -> base);
        contexte.registerBean(JdbcClient.class, () -> JdbcClient.create(base));
        contexte.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(base)));
        contexte.registerBean(Clock.class, Clock::systemDefaultZone);
        contexte.register(Etablissements.class, ImporterRegistre.class);
        contexte.refresh();
        return contexte;
    }

    private static List<Path> fichiers(List<String> arguments) throws IOException {
        if (!arguments.getFirst().matches("\\d+")) {
            return arguments.stream().map(Path::of).toList();
        }
        var fichier = Files.createTempDirectory("finess-plus").resolve("finess-structures-journalier.json");
        new FluxFinessPlus().ecrire(fichier, Integer.parseInt(arguments.getFirst()));
        fichier.toFile().deleteOnExit();
        return List.of(fichier);
    }

    private static void importer(ImporterRegistre importer, Path fichier) throws IOException {
        var tas = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(zone -> zone.getType() == MemoryType.HEAP)
                .toList();
        tas.forEach(zone -> zone.resetPeakUsage());
        var debut = System.nanoTime();
        var resultat = importer.executer(fichier);
        var duree = Duration.ofNanos(System.nanoTime() - debut);
        var haut = tas.stream().mapToLong(zone -> zone.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "%s : %d Mo en %d s, tas au plus haut %d Mo, %s%n",
                fichier.getFileName(),
                Files.isDirectory(fichier) ? 0 : Files.size(fichier) >> 20,
                duree.toSeconds(),
                haut >> 20,
                resultat instanceof ResultatImport.Importe(var rapport) ? rapport.comptes() : resultat);
    }

    /** Une seule connexion : le temps processeur de son processus, sous Linux, est celui des ordres SQL et de rien d'autre. */
    private static void chercher(DataSource base) throws IOException {
        try (var connexion = base.getConnection()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connexion, true));
            var processus =
                    sql.sql("select pg_backend_pid()").query(Integer.class).single();
            try (var contexte = new AnnotationConfigApplicationContext()) {
                contexte.registerBean(JdbcClient.class, () -> sql);
                contexte.register(Etablissements.class);
                contexte.refresh();
                for (var saisie : SAISIES) {
                    mesurer(contexte.getBean(Etablissements.class), saisie, processus);
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void mesurer(Etablissements etablissements, String saisie, int processus) throws IOException {
        var temps = new ArrayList<Long>();
        var lignes = 0;
        for (int i = 0; i < ESSAIS; i++) {
            var avant = processeur(processus);
            lignes = etablissements
                    .entitesGeographiques(saisie, Optional.empty(), 20)
                    .size();
            temps.add(processeur(processus) - avant);
        }
        temps.sort(null);
        System.out.printf(
                "%-16s %2d lignes, SQL %.1f ms (médiane), %.1f ms (pire)%n",
                saisie, lignes, temps.get(ESSAIS / 2) / 1e6, temps.getLast() / 1e6);
    }

    private static long processeur(int processus) throws IOException {
        var compteurs = Files.readString(Path.of("/proc/" + processus + "/schedstat"));
        return Long.parseLong(compteurs.split(" ")[0]);
    }
}
