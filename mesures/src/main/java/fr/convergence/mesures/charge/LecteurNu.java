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

/**
 * Le moins que Java puisse faire d'un fichier qui arrive : le lire, en prendre l'empreinte SHA-256, l'écrire et le forcer au
 * disque. L'envoi du portail se juge par rapport à lui.
 */
final class LecteurNu {

    static final String ORDRE = "lecteur-nu";

    private static final int TAMPON = 64 * 1024;

    private LecteurNu() {}

    /** Le geste de ce côté : les mêmes octets, d'un trait. */
    static void envoyer(int port, byte[] piece) throws IOException {
        try (var prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
            prise.getOutputStream().write(piece);
            prise.shutdownOutput();
            if (prise.getInputStream().readNBytes(32).length != 32) {
                throw new IOException("Le lecteur nu n'a pas répondu");
            }
        }
    }

    /** Ce que fait le processus lancé. */
    static void servir(int port, Path dossier) throws IOException {
        Files.createDirectories(dossier);
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
