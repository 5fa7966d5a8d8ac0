package fr.convergence.parcours;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** La démonstration empaquetée, démarrée une fois par référentiel pour tous les parcours, sur un PostgreSQL à eux. */
final class LeSite {

    private static final String D_ESSAI = "";
    private static final Map<String, LeSite> OUVERTS = new HashMap<>();

    private final EmbeddedPostgres base;
    private final Process processus;
    private final Path donnees;
    private final int port;
    private final int portCourriel;
    private final int portIsc;

    private LeSite(EmbeddedPostgres base, Process processus, Path donnees, List<Integer> ports) {
        this.base = base;
        this.processus = processus;
        this.donnees = donnees;
        this.port = ports.get(0);
        this.portCourriel = ports.get(1);
        this.portIsc = ports.get(3);
    }

    /** Celui des parcours, avec le référentiel d'essai. */
    static LeSite ouvert() {
        return OUVERTS.computeIfAbsent(D_ESSAI, LeSite::demarrer);
    }

    /** Un autre, sur sa propre base, avec ce référentiel FINESS. */
    static LeSite surLeReferentiel(Path dossier) {
        return OUVERTS.computeIfAbsent(dossier.toString(), LeSite::demarrer);
    }

    String adresse() {
        return "http://localhost:" + port;
    }

    /** Industriels Santé Connect, à côté du portail. */
    String adresseDIsc() {
        return "http://localhost:" + portIsc;
    }

    Boite boite() {
        return new Boite("http://localhost:" + portCourriel);
    }

    /** La base, pour lire ce qu'aucune page ne montre. */
    BaseDeLExploitant base() {
        return new BaseDeLExploitant(base.getPostgresDatabase(), donnees.resolve("cles.json"));
    }

    /** Celle d’Industriels Santé Connect. */
    BaseDeLExploitant baseDIsc() {
        return new BaseDeLExploitant(base.getDatabase("postgres", "isc"), donnees.resolve("isc/cles.json"));
    }

    private static LeSite demarrer(String registre) {
        try {
            var base = EmbeddedPostgres.builder().start();
            var exploitant = new BaseDeLExploitant(base.getPostgresDatabase(), Path.of(""));
            exploitant.changer("create role application login");
            exploitant.changer("create database isc");
            var donnees = Files.createTempDirectory("parcours");
            var ports = portsLibres();
            var processus = lancer(base, donnees, ports, registre);
            var site = new LeSite(base, processus, donnees, ports);
            Runtime.getRuntime().addShutdownHook(new Thread(site::fermer));
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process lancer(EmbeddedPostgres base, Path donnees, List<Integer> ports, String registre)
            throws IOException {
        var commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx800m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dspring.aot.enabled=true", // comme ./lancer et la production
                "-jar",
                System.getProperty("demonstration.jar"),
                "--donnees=" + donnees,
                "--port=" + ports.get(0),
                "--port-courriel=" + ports.get(1),
                "--port-smtp=" + ports.get(2),
                "--port-isc=" + ports.get(3),
                "--exemples=non")); // chaque parcours pose les siens
        if (!registre.equals(D_ESSAI)) {
            commande.add("--registre=" + registre);
        }
        var construction = new ProcessBuilder(commande).redirectErrorStream(true);
        construction
                .environment()
                .put("CONVERGENCE_DB_URL", "jdbc:postgresql://localhost:" + base.getPort() + "/postgres");
        construction.environment().put("ISC_DB_URL", "jdbc:postgresql://localhost:" + base.getPort() + "/isc");
        construction.environment().put("CONVERGENCE_DB_USER", "application");
        construction.environment().put("CONVERGENCE_DB_OWNER", "postgres");
        var processus = construction.start();
        attendrePret(processus);
        return processus;
    }

    /** Le programme dit « PRET » quand tout répond ; ensuite sa sortie se lit encore, pour qu'il ne bloque pas. */
    private static void attendrePret(Process processus) throws IOException {
        var sortie = new BufferedReader(new InputStreamReader(processus.getInputStream(), StandardCharsets.UTF_8));
        var dit = new StringBuilder();
        for (var ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
            dit.append(ligne).append('\n');
            if (ligne.startsWith("PRET ")) {
                Thread.ofPlatform().daemon().start(() -> vider(sortie));
                return;
            }
        }
        throw new IllegalStateException("La démonstration n’a pas démarré :\n" + dit);
    }

    private static void vider(BufferedReader sortie) {
        try {
            sortie.transferTo(Writer.nullWriter());
        } catch (IOException arrete) {
            // Le programme s'est arrêté : il n'a plus rien à dire.
        }
    }

    private static List<Integer> portsLibres() throws IOException {
        try (var un = new ServerSocket(0);
                var deux = new ServerSocket(0);
                var trois = new ServerSocket(0);
                var quatre = new ServerSocket(0)) {
            return List.of(un.getLocalPort(), deux.getLocalPort(), trois.getLocalPort(), quatre.getLocalPort());
        }
    }

    private void fermer() {
        processus.destroy();
        try {
            processus.waitFor();
            base.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
