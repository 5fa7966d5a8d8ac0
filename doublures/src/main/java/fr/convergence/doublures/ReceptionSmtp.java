package fr.convergence.doublures;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Le serveur SMTP : il accepte tout destinataire, et ne dit oui qu'une fois le courriel gardé. */
final class ReceptionSmtp implements AutoCloseable {

    private static final int TAILLE_MAXIMALE = 25 * 1024 * 1024; // limite courante des messageries
    private static final int CONNEXIONS = 200;
    private static final int DESTINATAIRES = 1_000;

    private final SMTPServer serveur;

    private ReceptionSmtp(SMTPServer serveur) {
        this.serveur = serveur;
    }

    static ReceptionSmtp ouvrir(int port, CourrielsRecus courriels) throws IOException {
        var serveur = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost") // sans quoi le nom de la machine est demandé au DNS
                .softwareName("Convergence")
                .insertReceivedHeaders(false)
                .maxConnections(CONNEXIONS)
                .maxRecipients(DESTINATAIRES)
                .maxMessageSize(TAILLE_MAXIMALE)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .messageHandlerFactory(contexte -> new Remise(courriels))
                .build();
        try {
            serveur.start();
        } catch (RuntimeException e) {
            throw new IOException("Le port SMTP " + port + " ne peut être ouvert", e);
        }
        return new ReceptionSmtp(serveur);
    }

    int port() {
        return serveur.getPortAllocated();
    }

    @Override
    public void close() {
        serveur.stop();
    }

    /** Une remise en cours : une enveloppe, puis un contenu. */
    private static final class Remise implements MessageHandler {

        private final CourrielsRecus courriels;
        private String expediteur = "";
        private final List<String> destinataires = new ArrayList<>();

        Remise(CourrielsRecus courriels) {
            this.courriels = courriels;
        }

        @Override
        public void from(String adresse) {
            expediteur = adresse;
        }

        @Override
        public void recipient(String adresse) {
            destinataires.add(adresse);
        }

        @Override
        public @Nullable String data(InputStream contenu) throws RejectException, IOException {
            try {
                var id = courriels.garder(expediteur, destinataires, contenu, TAILLE_MAXIMALE);
                return "courriel " + id + " recu";
            } catch (CourrielsRecus.TropGros e) {
                // Le reste est lu jusqu'au point final, sinon l'expéditeur croirait la connexion rompue et
                // recommencerait.
                contenu.transferTo(OutputStream.nullOutputStream());
                throw new RejectException(552, "Courriel de plus de 25 Mo");
            }
        }

        @Override
        public void done() {}
    }
}
