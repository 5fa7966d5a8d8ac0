package fr.convergence.mesures.charge;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Un serveur SMTP qui compte ce qu'il reçoit et n'en garde rien, hors les codes que l'on attend. */
public final class Courrier implements AutoCloseable {

    private static final Pattern IDENTIFIANT = Pattern.compile("(?im)^message-id:\\s*(\\S+)");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\r?$");

    private static final int PLUS_TARD = 451;

    private final Map<String, Integer> recus = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<String>> attendus = new ConcurrentHashMap<>();
    private final SMTPServer serveur;
    private volatile boolean remettre;

    public Courrier() {
        BasicMessageListener ecoute = (contexte, de, vers, octets) -> retenir(vers, octets);
        serveur = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxConnections(200)
                .messageHandler(ecoute)
                .build();
        serveur.start();
    }

    public int port() {
        return serveur.getPortAllocated();
    }

    /** Les courriels différents, d'après leur identifiant. */
    int recus() {
        return recus.size();
    }

    /** Leurs identifiants, chacun suivi de l'adresse. */
    public Set<String> identifiants() {
        return Set.copyOf(recus.keySet());
    }

    /** Ceux qui sont arrivés plus d'une fois. */
    public long doubles() {
        return recus.values().stream().filter(fois -> fois > 1).count();
    }

    /** Combien d'exemplaires sont arrivés en plus du premier de chacun. */
    public int exemplairesEnTrop() {
        return recus.values().stream().mapToInt(fois -> fois - 1).sum();
    }

    /** Désormais, chaque message lu en entier est remis à plus tard (451), et non reçu. */
    public void remettreAPlusTard(boolean oui) {
        remettre = oui;
    }

    /** Le prochain code envoyé à cette adresse. */
    CompletableFuture<String> attendre(String adresse) {
        return attendus.computeIfAbsent(adresse, _ -> new CompletableFuture<>());
    }

    void oublier(String adresse) {
        attendus.remove(adresse);
    }

    @Override
    public void close() {
        serveur.stop();
    }

    /** La rédaction en texte, première partie du message. */
    private static String lire(byte[] octets) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
            return ((Multipart) message.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Courriel illisible", e);
        }
    }

    private void retenir(String vers, byte[] octets) throws RejectException {
        if (remettre) {
            throw new RejectException(PLUS_TARD, "4.3.0 plus tard");
        }
        var texte = new String(octets, StandardCharsets.ISO_8859_1);
        var entetes = IDENTIFIANT.matcher(texte);
        recus.merge((entetes.find() ? entetes.group(1) : String.valueOf(octets.hashCode())) + vers, 1, Integer::sum);
        var attendu = attendus.get(vers);
        if (attendu != null) {
            var code = CODE.matcher(lire(octets));
            if (code.find()) {
                attendu.complete(code.group(1));
            }
        }
    }
}
