package fr.convergence.socle.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * L'antivirus ClamAV, par la commande INSTREAM de son démon (clamd(8)).
 *
 * <p>Attend de sa configuration : StreamMaxLength au moins égal au plus gros fichier admis, AlertExceedsMax et
 * AlertOLE2Macros à « yes », AlertEncrypted à « no » (les conteneurs confidentiels sont chiffrés).
 */
public final class Clamd {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(US_ASCII);
    private static final int MORCEAU = 64 * 1024;
    private static final int REPONSE_MAX = 4096;
    private static final Duration CONNEXION = Duration.ofSeconds(5);

    private final SocketAddress adresse;
    private final Duration delai;

    /** Ferme les échanges trop longs : un canal n'a pas de délai d'écriture à lui. */
    private final ScheduledExecutorService minuterie = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clamd-delai").daemon().factory());

    Clamd(SocketAddress adresse, Duration delai) {
        this.adresse = adresse;
        this.delai = delai;
    }

    /** @param adresse « tcp://hôte:port » ou « unix:/chemin » */
    public static Clamd a(String adresse, Duration delai) {
        var uri = URI.create(adresse);
        if ("unix".equals(uri.getScheme()) && uri.getSchemeSpecificPart().startsWith("/")) {
            return new Clamd(UnixDomainSocketAddress.of(uri.getPath()), delai);
        }
        if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
            return new Clamd(InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()), delai);
        }
        throw new IllegalArgumentException(
                "convergence.fichiers.antivirus : « %s » n’est ni tcp://hôte:port ni unix:/chemin".formatted(adresse));
    }

    /** @throws IOException si {@code contenu} ne se lit pas ; ce qui vient de clamd est un verdict */
    public VerdictDAntivirus analyser(InputStream contenu) throws IOException {
        try (var canal = ouvrir()) {
            var garde = minuterie.schedule(() -> fermer(canal), delai.toMillis(), TimeUnit.MILLISECONDS);
            try {
                var reponse = ByteBuffer.allocate(REPONSE_MAX);
                var enEntier = envoyer(contenu, canal, reponse);
                return verdict(reponse(canal, reponse), enEntier);
            } finally {
                garde.cancel(false);
            }
        } catch (EchangeRompu e) {
            return new VerdictDAntivirus.Indisponible(String.valueOf(e.getMessage()));
        }
    }

    /** Échoue, en disant pourquoi, si clamd ne répond pas à PING en quelques secondes. */
    public void essayer() throws IOException {
        try (var canal = ouvrir()) {
            var garde = minuterie.schedule(() -> fermer(canal), CONNEXION.toMillis(), TimeUnit.MILLISECONDS);
            try {
                ecrire(canal, ByteBuffer.wrap("zPING\0".getBytes(US_ASCII)));
                var reponse = reponse(canal, ByteBuffer.allocate(REPONSE_MAX));
                if (!reponse.equals("PONG")) {
                    throw new IOException("clamd répond « %s » à PING".formatted(reponse));
                }
            } finally {
                garde.cancel(false);
            }
        }
    }

    private SocketChannel ouvrir() throws EchangeRompu {
        try {
            // Un nom se résout à chaque fois : l'adresse d'un conteneur change quand il redémarre.
            var vers = adresse instanceof InetSocketAddress hote
                    ? new InetSocketAddress(hote.getHostString(), hote.getPort())
                    : adresse;
            var canal = vers instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
            var garde = minuterie.schedule(() -> fermer(canal), CONNEXION.toMillis(), TimeUnit.MILLISECONDS);
            try {
                canal.connect(vers);
                return canal;
            } catch (IOException | RuntimeException e) {
                canal.close();
                throw e;
            } finally {
                garde.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            throw new EchangeRompu(e);
        }
    }

    /** @return vrai si tout est parti avant que clamd ne réponde ; {@code reponse} reçoit ce qu'il a dit plus tôt */
    private static boolean envoyer(InputStream contenu, SocketChannel canal, ByteBuffer reponse) throws IOException {
        var tampon = new byte[MORCEAU];
        try {
            ecrire(canal, ByteBuffer.wrap(INSTREAM));
            for (var lus = contenu.read(tampon); lus >= 0; lus = contenu.read(tampon)) {
                var morceau = ByteBuffer.allocate(4 + lus).putInt(lus).put(tampon, 0, lus);
                ecrire(canal, morceau.flip());
            }
            var muet = muet(canal, reponse);
            ecrire(canal, ByteBuffer.allocate(4));
            return muet;
        } catch (EchangeRompu e) {
            // Au-delà de ses limites, clamd répond et raccroche sans tout lire : sa réponse est peut-être déjà là.
            JOURNAL.debug("clamd a raccroché pendant l’envoi", e);
            return false;
        }
    }

    /** Vrai s'il n'a encore rien répondu. */
    private static boolean muet(SocketChannel canal, ByteBuffer reponse) throws EchangeRompu {
        try {
            canal.configureBlocking(false);
            var lus = canal.read(reponse);
            canal.configureBlocking(true);
            return lus == 0;
        } catch (IOException e) {
            throw new EchangeRompu(e);
        }
    }

    private static String reponse(SocketChannel canal, ByteBuffer octets) throws EchangeRompu {
        try {
            var lus = 0;
            while (lus >= 0 && octets.hasRemaining() && !finie(octets)) {
                lus = canal.read(octets);
            }
        } catch (IOException e) {
            throw new EchangeRompu(e);
        }
        return new String(octets.array(), 0, octets.position(), UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static boolean finie(ByteBuffer reponse) {
        return reponse.position() > 0 && reponse.get(reponse.position() - 1) == 0;
    }

    /** Ce qui n'a pas tout lu peut avoir vu un virus ; il ne peut pas dire qu'il n'y en a pas. */
    private static VerdictDAntivirus verdict(String reponse, boolean enEntier) {
        if (reponse.equals("stream: OK")) {
            return enEntier
                    ? new VerdictDAntivirus.Sain()
                    : new VerdictDAntivirus.Indisponible("répond avant d’avoir tout lu");
        }
        if (reponse.startsWith("stream: ") && reponse.endsWith(" FOUND")) {
            return new VerdictDAntivirus.Infecte(
                    reponse.substring("stream: ".length(), reponse.length() - " FOUND".length()));
        }
        if (reponse.contains("size limit exceeded")) {
            JOURNAL.error("StreamMaxLength de clamd est inférieur à la taille des fichiers admis");
        }
        return new VerdictDAntivirus.Indisponible(reponse.isEmpty() ? "aucune réponse" : reponse);
    }

    private static void ecrire(SocketChannel canal, ByteBuffer octets) throws EchangeRompu {
        try {
            while (octets.hasRemaining()) {
                canal.write(octets);
            }
        } catch (IOException e) {
            throw new EchangeRompu(e);
        }
    }

    private static void fermer(SocketChannel canal) {
        try {
            canal.close();
        } catch (IOException e) {
            JOURNAL.debug("Fermeture de clamd", e);
        }
    }

    /** L'échange avec clamd a échoué, et non la lecture du fichier. */
    private static final class EchangeRompu extends IOException {

        EchangeRompu(Exception cause) {
            super(String.valueOf(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()));
        }
    }
}
