package fr.convergence.mesures.charge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Le moins que Java puisse faire d'un fichier qui arrive : le lire, en prendre l'empreinte SHA-256, l'écrire et le forcer au
 * disque. L'envoi du portail se juge par rapport à lui.
 */
final class LecteurNu implements AutoCloseable {

    static final String ORDRE = "lecteur-nu";

    private static final int TAMPON = 64 * 1024;

    private final Process processus;
    private final int port;

    private LecteurNu(Process processus, int port) {
        this.processus = processus;
        this.port = port;
    }

    /** Dans un processus à lui, pour que son temps processeur se lise comme celui du serveur. */
    static LecteurNu lancer(Path dossier, List<String> jvm) throws IOException, InterruptedException {
        var port = Serveur.portLibre();
        Files.createDirectories(dossier);
        var commande = new ArrayList<String>();
        commande.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        commande.addAll(jvm);
        commande.addAll(Mesurer.commande());
        commande.addAll(List.of(ORDRE, String.valueOf(port), dossier.toString()));
        var processus = new ProcessBuilder(commande).inheritIO().start();
        for (var essai = 0; essai < 500; essai++) {
            try (var prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new LecteurNu(processus, port);
            } catch (IOException _) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("Le lecteur nu n'a pas démarré");
    }

    /** Le geste de ce côté : les mêmes octets, d'un trait. */
    void envoyer(byte[] piece) throws IOException {
        try (var prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
            prise.getOutputStream().write(piece);
            prise.shutdownOutput();
            if (prise.getInputStream().readNBytes(32).length != 32) {
                throw new IOException("Le lecteur nu n'a pas répondu");
            }
        }
    }

    long pid() {
        return processus.pid();
    }

    @Override
    public void close() throws InterruptedException {
        processus.destroy();
        processus.waitFor();
    }

    /** Ce que fait le processus lancé. */
    static void servir(int port, Path dossier) throws IOException {
        try (var ecoute = new ServerSocket(port, 200, InetAddress.getLoopbackAddress())) {
            for (var numero = 0; ; numero++) {
                var prise = ecoute.accept();
                var fichier = dossier.resolve("nu-" + numero);
                Thread.ofPlatform().start(() -> recevoir(prise, fichier));
            }
        }
    }

    private static void recevoir(Socket prise, Path fichier) {
        try (prise;
                var canal = FileChannel.open(fichier, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var empreinte = MessageDigest.getInstance("SHA-256");
            copier(prise.getInputStream(), canal, empreinte);
            canal.force(true);
            prise.getOutputStream().write(empreinte.digest());
            Files.delete(fichier);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copier(InputStream source, FileChannel vers, MessageDigest empreinte) throws IOException {
        var tampon = new byte[TAMPON];
        for (var lus = source.read(tampon); lus > 0; lus = source.read(tampon)) {
            empreinte.update(tampon, 0, lus);
            vers.write(ByteBuffer.wrap(tampon, 0, lus));
        }
    }
}
