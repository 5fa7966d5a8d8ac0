package fr.convergence.socle.courriel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Un vrai serveur SMTP, qui garde ce qu'il reçoit et refuse ce qu'on lui dit de refuser. */
final class BoiteDeTest implements AutoCloseable {

    private final List<MimeMessage> recus = new CopyOnWriteArrayList<>();
    private final AtomicInteger connexions = new AtomicInteger();
    private volatile int refus;
    private volatile Runnable aLaReception = () -> {};
    private final SMTPServer serveur = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandlerFactory(contexte -> {
                connexions.incrementAndGet();
                return new Reception();
            })
            .build();

    BoiteDeTest() {
        serveur.start();
    }

    int port() {
        return serveur.getPortAllocated();
    }

    List<MimeMessage> recus() {
        return List.copyOf(recus);
    }

    /** Refuse désormais tout destinataire avec ce code, ou plus aucun avec 0. */
    void refuser(int code) {
        refus = code;
    }

    /** Ce qui se passe avant que le serveur ne réponde qu'il a reçu. */
    void aLaReception(Runnable faire) {
        aLaReception = faire;
    }

    @Override
    public void close() {
        serveur.stop();
    }

    private final class Reception implements MessageHandler {

        @Override
        public void from(String expediteur) {}

        @Override
        public void recipient(String destinataire) throws RejectException {
            if (refus != 0) {
                throw new RejectException(refus, "refus d'essai");
            }
        }

        @Override
        public String data(InputStream donnees) throws IOException {
            try {
                recus.add(new MimeMessage(Session.getInstance(new Properties()), donnees));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
            aLaReception.run();
            return "recu";
        }

        @Override
        public void done() {}
    }
}
