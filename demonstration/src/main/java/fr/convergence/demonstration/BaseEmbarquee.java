package fr.convergence.demonstration;

import fr.convergence.socle.base.AccesALaBase;
import fr.convergence.socle.base.DemarrageImpossible;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** Un PostgreSQL à nous, qui garde ses données dans le dossier et supporte d'être tué. */
final class BaseEmbarquee implements AutoCloseable {

    private static final String NOM = "convergence"; // la base du portail, et le rôle qui possède les deux
    private static final String ISC = "isc";
    private static final String APPLICATION = "convergence_application";
    private static final Duration DEMARRAGE = Duration.ofMinutes(2); // une reprise après coupure peut être longue

    private final EmbeddedPostgres serveur;
    private final String motDePasse;
    private final String motDePasseApplication;

    private BaseEmbarquee(EmbeddedPostgres serveur, String motDePasse, String motDePasseApplication) {
        this.serveur = serveur;
        this.motDePasse = motDePasse;
        this.motDePasseApplication = motDePasseApplication;
    }

    static BaseEmbarquee ouvrir(DossierDeLaDemonstration dossier) {
        refuserRootSansIsolation();
        try {
            // La bibliothèque laisse ses binaires inscriptibles par tous : leur dossier à nous ne se traverse pas.
            Files.createDirectories(dossier.chemin("postgresql"), DossierDeLaDemonstration.droits("rwx------"));
            var cluster = dossier.chemin("postgresql/base");
            var prete = dossier.chemin("postgresql/base.prete");
            ecarterLeTravailInacheve(dossier, cluster, prete);
            PostgresqlOrphelin.arreter(cluster);
            var base = new BaseEmbarquee(
                    demarrer(dossier, cluster),
                    motDePasse(dossier, "mot-de-passe"),
                    motDePasse(dossier, "mot-de-passe-application"));
            Files.write(prete, new byte[0]);
            base.creerAuBesoin();
            return base;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new DemarrageImpossible("PostgreSQL n’a pas démarré (%s) ; voir %s."
                    .formatted(premiereLigne(e), dossier.chemin("journaux/postgresql.log")));
        }
    }

    /** Deux rôles : celui qui migre possède tout, celui de l'application ne peut pas récrire le journal. */
    DeuxAcces acces() {
        return acces(NOM);
    }

    /** La base d'Industriels Santé Connect, sous les mêmes rôles. */
    DeuxAcces isc() {
        return acces(ISC);
    }

    private DeuxAcces acces(String base) {
        var adresse = "jdbc:postgresql://localhost:%d/%s".formatted(serveur.getPort(), base);
        return new DeuxAcces(
                new AccesALaBase(adresse, APPLICATION, motDePasseApplication),
                new AccesALaBase(adresse, NOM, motDePasse));
    }

    @Override
    public void close() throws IOException {
        serveur.close();
    }

    private static EmbeddedPostgres demarrer(DossierDeLaDemonstration dossier, Path cluster) throws IOException {
        var motDePasse = motDePasse(dossier, "mot-de-passe");
        var journal = dossier.chemin("journaux/postgresql.log");
        Files.createDirectories(journal.getParent());
        Files.deleteIfExists(journal);
        var redirection = Redirect.appendTo(journal.toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        dossier.chemin("postgresql/binaires").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // l'arrêt se fait dans l'ordre : le portail d'abord
                .setPGStartupWait(DEMARRAGE)
                .setOutputRedirector(redirection)
                .setErrorRedirector(redirection)
                // Passées à initdb. La bibliothèque met « trust », qui ouvrirait la base à tout compte de la machine.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig(
                        "pwfile", dossier.chemin("postgresql/mot-de-passe").toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", motDePasse)
                // La bibliothèque, faite pour les essais, coupe les écritures sûres : on les rétablit.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                .start();
    }

    private void creerAuBesoin() throws SQLException {
        try (var connexion = serveur.getDatabase("postgres", "postgres", Map.of("password", motDePasse))
                        .getConnection();
                var ordre = connexion.createStatement()) {
            creerLeRole(ordre, NOM, motDePasse);
            creerLeRole(ordre, APPLICATION, motDePasseApplication);
            creerLaBase(ordre, NOM);
            creerLaBase(ordre, ISC);
        }
    }

    private static void creerLaBase(Statement ordre, String base) throws SQLException {
        if (!ordre.executeQuery("select 1 from pg_database where datname = '" + base + "'")
                .next()) {
            ordre.execute("create database %s owner %s".formatted(base, NOM));
        }
    }

    private static void creerLeRole(Statement ordre, String nom, String motDePasse) throws SQLException {
        if (!ordre.executeQuery("select 1 from pg_roles where rolname = '" + nom + "'")
                .next()) {
            ordre.execute("create role %s login password '%s'".formatted(nom, motDePasse));
        }
    }

    /** Une première création coupée laisse un dossier qui a l'air d'une base : on le met de côté. */
    private static void ecarterLeTravailInacheve(DossierDeLaDemonstration dossier, Path cluster, Path prete)
            throws IOException {
        if (Files.exists(cluster) && !Files.exists(prete)) {
            PostgresqlOrphelin.arreter(cluster);
            var ecart = "base.inachevee-" + Instant.now().getEpochSecond();
            Files.move(cluster, cluster.resolveSibling(ecart));
        }
        var binaires = dossier.chemin("postgresql/binaires");
        if (Files.isDirectory(binaires)) {
            try (var versions = Files.list(binaires)) {
                for (var version : versions.toList()) {
                    if (!Files.exists(version.resolve(".exists"))) {
                        Arborescence.effacer(version); // extraction coupée : la bibliothèque ne sait pas la reprendre
                    }
                }
            }
        }
    }

    private static String motDePasse(DossierDeLaDemonstration dossier, String nom) throws IOException {
        var fichier = dossier.chemin("postgresql/" + nom);
        if (!Files.exists(fichier)) {
            var hasard = new byte[24];
            new SecureRandom().nextBytes(hasard);
            Files.createFile(fichier, DossierDeLaDemonstration.droits("rw-------"));
            Files.writeString(fichier, HexFormat.of().formatHex(hasard));
        }
        return Files.readString(fichier).strip();
    }

    private static void refuserRootSansIsolation() {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            throw new DemarrageImpossible(
                    "PostgreSQL refuse le compte root et « unshare -U » est interdit ici : lancez la démonstration sous un autre compte, ou donnez un serveur par CONVERGENCE_DB_URL.");
        }
    }

    private static String premiereLigne(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
