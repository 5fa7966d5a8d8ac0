package fr.convergence.socle.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.socle.contenu.Echantillons;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** Un vrai clamd (paquet clamav-daemon), sur une base de deux lignes qui ne connaît que le fichier d'essai EICAR. */
public final class ClamdDeTest implements AutoCloseable {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");

    private final Path dossier;
    private final int port;
    private Process clamd;

    private ClamdDeTest(Path dossier, int port) {
        this.dossier = dossier;
        this.port = port;
    }

    public static boolean installe() {
        return Files.isExecutable(CLAMD);
    }

    /** @param dossier vide, au chemin court : une adresse Unix n'a que 108 signes */
    public static ClamdDeTest demarrer(Path dossier) throws IOException {
        var clamd = new ClamdDeTest(dossier, portLibre());
        clamd.configurer();
        clamd.relancer();
        return clamd;
    }

    public Clamd parTcp() {
        return Clamd.a("tcp://127.0.0.1:" + port, Duration.ofSeconds(20));
    }

    public Clamd parUnix() {
        return Clamd.a("unix:" + dossier.resolve("clamd.ctl"), Duration.ofSeconds(20));
    }

    /** Rend la main une fois que clamd répond. */
    public void relancer() throws IOException {
        var dit = dossier.resolve("clamd.txt").toFile();
        clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + dossier.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(dit)
                .start();
        while (!(parUnix().analyser(InputStream.nullInputStream()) instanceof VerdictDAntivirus.Sain)) {
            if (estFini(50)) {
                throw new IllegalStateException("clamd n'a pas démarré : " + Files.readString(dit.toPath()));
            }
        }
    }

    public void arreter() {
        clamd.destroyForcibly();
        estFini(10_000);
    }

    @Override
    public void close() {
        arreter();
    }

    private void configurer() throws IOException {
        var signatures = Files.createDirectory(dossier.resolve("signatures"));
        var hexa = HexFormat.of().formatHex(Echantillons.EICAR.getBytes(US_ASCII));
        Files.writeString(signatures.resolve("essai.ndb"), "Eicar-Essai:0:*:" + hexa + "\n");
        Files.writeString(signatures.resolve("essai.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Essai-Entier\n");
        Files.writeString(dossier.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %1$s/signatures
                TemporaryDirectory %1$s
                LocalSocket %1$s/clamd.ctl
                TCPSocket %2$d
                TCPAddr 127.0.0.1
                StreamMaxLength 20M
                MaxFileSize 20M
                MaxScanSize 100M
                MaxThreads 4
                AlertExceedsMax yes
                AlertOLE2Macros yes
                AlertEncrypted no
                """.formatted(dossier, port));
    }

    private boolean estFini(int millisecondes) {
        try {
            return clamd.waitFor(millisecondes, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static int portLibre() throws IOException {
        try (var port = new ServerSocket(0)) {
            return port.getLocalPort();
        }
    }
}
