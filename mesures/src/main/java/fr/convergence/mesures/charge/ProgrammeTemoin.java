package fr.convergence.mesures.charge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Un programme témoin, dans un processus à lui : son temps processeur se lit comme celui du serveur. */
public final class ProgrammeTemoin implements AutoCloseable {

    /** Le dernier rang que connaît nice(1). */
    private static final int DERNIER = 19;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process processus;
    private final int port;

    private ProgrammeTemoin(Process processus, int port) {
        this.processus = processus;
        this.port = port;
    }

    /** @param ordre ce que {@link Mesurer} doit faire dans ce processus, à quoi il ajoute le port et la suite */
    public static ProgrammeTemoin lancer(List<String> jvm, String ordre, String... suite)
            throws IOException, InterruptedException {
        var port = Serveur.portLibre();
        var commande = commande(jvm, ordre);
        commande.add(String.valueOf(port));
        commande.addAll(List.of(suite));
        var temoin =
                new ProgrammeTemoin(new ProcessBuilder(commande).inheritIO().start(), port);
        // Une mesure interrompue n'en laisse pas derrière elle.
        Runtime.getRuntime().addShutdownHook(new Thread(temoin.processus::destroyForcibly));
        temoin.attendre();
        return temoin;
    }

    /** Fait faire cet ordre à un processus jusqu'à sa fin ; rend les lignes qu'il a écrites. */
    static List<String> ecouter(List<String> jvm, String ordre, String... suite)
            throws IOException, InterruptedException {
        var commande = commande(jvm, ordre);
        commande.addAll(List.of(suite));
        var processus = new ProcessBuilder(commande)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lignes = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (processus.waitFor() != 0) {
            throw new IllegalStateException("Échec : " + commande + "\n" + String.join("\n", lignes));
        }
        return lignes;
    }

    private static List<String> commande(List<String> jvm, String ordre) {
        var commande = new ArrayList<String>();
        commande.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        commande.add("-Dstdout.encoding=UTF-8");
        commande.addAll(jvm);
        commande.addAll(Mesurer.commande());
        commande.add(ordre);
        return commande;
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

    /**
     * Ne lui laisse du processeur que ce dont personne d'autre ne veut. Une fois prêt : une machine Java qui démarrerait ainsi
     * n'y arriverait pas sur une machine chargée. Linux range chaque fil à part ; ceux à venir prennent le rang de qui les crée.
     */
    public void passerEnDernier() throws IOException, InterruptedException {
        for (var fils = Processeur.filsAvant(pid(), DERNIER);
                !fils.isEmpty();
                fils = Processeur.filsAvant(pid(), DERNIER)) {
            var commande = new ArrayList<>(List.of("renice", "-n", String.valueOf(DERNIER), "-p"));
            commande.addAll(fils);
            // Un fil peut avoir fini entre-temps : ce qui compte est qu'il n'en reste pas.
            new ProcessBuilder(commande)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private void attendre() throws InterruptedException {
        var limite = System.nanoTime() + PATIENCE.toNanos();
        while (!pret()) {
            if (!processus.isAlive() || System.nanoTime() > limite) {
                processus.destroyForcibly();
                throw new IllegalStateException("Le programme témoin n'a pas démarré");
            }
            processus.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private boolean pret() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        processus.destroy();
        processus.waitFor();
    }
}
