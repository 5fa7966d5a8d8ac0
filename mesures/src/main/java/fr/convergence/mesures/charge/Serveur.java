package fr.convergence.mesures.charge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Le portail, dans son propre processus, réglé comme le dit documentation/exploitation.md. */
public final class Serveur implements AutoCloseable {

    /** Emploie la préparation des beans faite à la construction ; seul le jar la porte. */
    static final String BEANS_PREPARES = "-Dspring.aot.enabled=true";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ARRET = Duration.ofMinutes(3); // celui qui apprend écrit son cache avant de finir
    private static final Seance PERSONNE = new Seance("", "");

    /**
     * Ce qu'il faut pour le lancer.
     *
     * @param jvm options de la machine Java
     * @param application « -jar chemin », ou « -cp chemin classe »
     * @param dossier où vont trousseau, fichiers et traces
     * @param reglages d'autres variables d'environnement
     */
    public record Lancement(
            List<String> jvm,
            List<String> application,
            Base base,
            Path dossier,
            int smtp,
            boolean taches,
            Map<String, String> reglages) {

        public Lancement(
                List<String> jvm, List<String> application, Base base, Path dossier, int smtp, boolean taches) {
            this(jvm, application, base, dossier, smtp, taches, Map.of());
        }

        Lancement avec(List<String> autreJvm) {
            return new Lancement(autreJvm, application, base, dossier, smtp, taches, reglages);
        }

        public Lancement avecTaches() {
            return new Lancement(jvm, application, base, dossier, smtp, true, reglages);
        }

        public Lancement avecAntivirus(String adresse) {
            return new Lancement(
                    jvm, application, base, dossier, smtp, taches, Map.of("CONVERGENCE_ANTIVIRUS", adresse));
        }
    }

    private final Process processus;
    private final int port;
    private final Duration demarrage;

    private Serveur(Process processus, int port, Duration demarrage) {
        this.processus = processus;
        this.port = port;
        this.demarrage = demarrage;
    }

    static Serveur demarrer(Lancement lancement) throws IOException, InterruptedException {
        return demarrer(lancement, portLibre());
    }

    public static Serveur demarrer(Lancement lancement, int port) throws IOException, InterruptedException {
        var debut = System.nanoTime();
        var processus = lancer(lancement, port);
        attendre(processus, port, lancement.dossier().resolve("serveur.log"));
        return new Serveur(processus, port, Duration.ofNanos(System.nanoTime() - debut));
    }

    /** Lance sans attendre qu'il réponde : pour qui s'arrête de lui-même. */
    static Process lancer(Lancement lancement, int port) throws IOException {
        var commande = new ArrayList<String>();
        commande.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        commande.addAll(lancement.jvm());
        commande.addAll(lancement.application());
        var processus = new ProcessBuilder(commande).redirectErrorStream(true);
        var reglages = processus.environment();
        reglages.put("CONVERGENCE_DB_URL", lancement.base().adresse());
        reglages.put("CONVERGENCE_DB_USER", Base.APPLICATION);
        reglages.put("CONVERGENCE_DB_OWNER", Base.PROPRIETAIRE);
        reglages.put("CONVERGENCE_SMTP_PORT", String.valueOf(lancement.smtp()));
        reglages.put(
                "CONVERGENCE_CLES", lancement.dossier().resolve("cles.json").toString());
        reglages.put(
                "CONVERGENCE_DEPOT", lancement.dossier().resolve("fichiers").toString());
        reglages.put("CONVERGENCE_TACHES_ACTIVES", String.valueOf(lancement.taches()));
        reglages.put("SERVER_PORT", String.valueOf(port));
        reglages.putAll(lancement.reglages());
        var lance = processus
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        lancement.dossier().resolve("serveur.log").toFile()))
                .start();
        // Une mesure interrompue n'en laisse pas derrière elle.
        Runtime.getRuntime().addShutdownHook(new Thread(lance::destroyForcibly));
        return lance;
    }

    public static int portLibre() throws IOException {
        try (var prise = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return prise.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    long pid() {
        return processus.pid();
    }

    /** Millisecondes de processeur prises depuis le lancement. */
    public long processeur() {
        return Processeur.de(pid());
    }

    public boolean vit() {
        return processus.isAlive();
    }

    /** Sans un mot, à l'instant même : {@code kill -9}. */
    public void tuer() throws InterruptedException {
        processus.destroyForcibly().waitFor();
    }

    /** Du lancement du processus à la première réponse de sa sonde. */
    Duration demarrage() {
        return demarrage;
    }

    /** Mégaoctets vivants dans le tas, après un ramassage complet. */
    public double tas() throws IOException, InterruptedException {
        jcmd("GC.run");
        return jcmd("GC.class_histogram", "-all=false")
                        .lines()
                        .filter(ligne -> ligne.startsWith("Total"))
                        .mapToLong(ligne -> Long.parseLong(ligne.strip().split("\\s+")[2]))
                        .findFirst()
                        .orElseThrow()
                / 1048576.0;
    }

    String jcmd(String... ordre) throws IOException, InterruptedException {
        var commande = new ArrayList<String>();
        commande.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        commande.add(String.valueOf(pid()));
        commande.addAll(List.of(ordre));
        var outil = new ProcessBuilder(commande).redirectErrorStream(true).start();
        var sortie = new String(outil.getInputStream().readAllBytes());
        outil.waitFor();
        return sortie;
    }

    @Override
    public void close() throws InterruptedException {
        processus.destroy();
        if (!processus.waitFor(ARRET)) {
            processus.destroyForcibly().waitFor();
        }
    }

    private static void attendre(Process processus, int port, Path traces) throws IOException, InterruptedException {
        var limite = System.nanoTime() + PATIENCE.toNanos();
        while (!pret(port)) {
            if (!processus.isAlive() || System.nanoTime() > limite) {
                processus.destroyForcibly();
                throw new IllegalStateException("Le serveur n'a pas démarré :\n" + Files.readString(traces));
            }
            processus.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** Vrai si sa sonde répond qu'il peut recevoir. */
    public static boolean pret(int port) {
        return repond(port, "/actuator/health/readiness");
    }

    /** Vrai si sa page de santé dit que tous ses partenaires vont bien. */
    public static boolean sain(int port) {
        return repond(port, "/actuator/health");
    }

    private static boolean repond(int port, String sonde) {
        try (var connexion = new Connexion(port)) {
            return connexion.lire(sonde, PERSONNE).statut() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
