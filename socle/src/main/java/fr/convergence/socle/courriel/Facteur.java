package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.ScellementInvalide;
import fr.convergence.socle.courriel.EnvoiDesCourriels.EnPartance;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Issue;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Porte les courriels au serveur SMTP, tout un lot par une seule connexion. */
@Component
final class Facteur {

    /** Ce qui est scellé d'un courriel : ses deux rédactions. */
    record Corps(String texte, String html) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ERREUR_DEFINITIVE = 500;

    private final JavaMailSenderImpl smtp;
    private final Expediteur expediteur;
    private final InternetAddress de;

    Facteur(JavaMailSenderImpl smtp, Expediteur expediteur) {
        this.smtp = smtp;
        this.expediteur = expediteur;
        this.de = adresse(expediteur);
    }

    /**
     * Porte un lot ; {@code tenir} reçoit, avant chacun, ceux qui restent, et en ôte ceux qui ne sont plus à porter.
     *
     * <p>Ce qui n'a pas été porté est à refaire, quelle que soit la façon dont le serveur a failli : les réponses insensées de
     * certains font lever autre chose qu'une {@link MessagingException}.
     */
    void tournee(
            List<EnPartance> lot,
            Function<EnPartance, byte[]> ouvrir,
            Consumer<Collection<EnPartance>> tenir,
            BiConsumer<EnPartance, Issue> noter) {
        if (lot.isEmpty()) {
            return;
        }
        var restent = new ArrayDeque<>(lot);
        try (var transport = connexion()) {
            for (tenir.accept(restent); !restent.isEmpty(); tenir.accept(restent)) {
                var issue = porter(transport, restent.getFirst(), ouvrir);
                noter.accept(restent.removeFirst(), issue);
            }
        } catch (MessagingException | RuntimeException panne) {
            if (panne instanceof DataAccessException) {
                throw (DataAccessException) panne; // la base, et non le serveur : rien ne se note
            }
            for (var courriel : restent) {
                noter.accept(courriel, new Issue.ARefaire("Serveur d’e-mail injoignable : " + raison(panne)));
            }
        }
    }

    /** Échoue, en disant pourquoi, si le serveur ne salue pas en quelques secondes. */
    void essayer() throws MessagingException {
        var proprietes = new Properties();
        proprietes.putAll(smtp.getJavaMailProperties());
        for (var delai : List.of("connectiontimeout", "timeout", "writetimeout")) {
            proprietes.setProperty("mail.smtp." + delai, "5000");
        }
        try (var transport = Session.getInstance(proprietes).getTransport("smtp")) {
            transport.connect(smtp.getHost(), smtp.getPort(), smtp.getUsername(), smtp.getPassword());
        }
    }

    private Transport connexion() throws MessagingException {
        var proprietes = smtp.getJavaMailProperties();
        proprietes.putIfAbsent("mail.smtp.connectiontimeout", "10000");
        proprietes.putIfAbsent("mail.smtp.timeout", "20000");
        proprietes.putIfAbsent("mail.smtp.writetimeout", "20000");
        var transport = smtp.getSession().getTransport("smtp");
        transport.connect(smtp.getHost(), smtp.getPort(), smtp.getUsername(), smtp.getPassword());
        return transport;
    }

    /** Un courriel qui ne peut pas partir n'arrête pas les autres. */
    private Issue porter(Transport transport, EnPartance courriel, Function<EnPartance, byte[]> ouvrir)
            throws MessagingException {
        try {
            var message = message(courriel, ouvrir.apply(courriel));
            transport.sendMessage(message, message.getAllRecipients());
            return new Issue.Parti();
        } catch (SendFailedException refus) {
            return refus.getNextException() instanceof SMTPAddressFailedException adresse
                            && adresse.getReturnCode() >= ERREUR_DEFINITIVE
                    ? new Issue.Impossible("Adresse refusée : " + adresse.getReturnCode())
                    : new Issue.ARefaire("Refusé pour l’instant : " + raison(refus));
        } catch (AddressException illisible) {
            return new Issue.Impossible("Adresse illisible");
        } catch (ScellementInvalide illisible) {
            return new Issue.ARefaire("Corps scellé illisible par ce nœud");
        }
    }

    /**
     * Ce que le serveur a répondu : l'exception du dessus ne dit qu'« Invalid Addresses ». Une ligne suffit, sans l'adresse, que
     * le suivi montre déjà.
     */
    private static String raison(Exception echec) {
        var cause = echec;
        while (cause instanceof MessagingException enveloppe && enveloppe.getNextException() != null) {
            cause = enveloppe.getNextException();
        }
        var code = switch (cause) {
            case SMTPAddressFailedException adresse -> adresse.getReturnCode() + " ";
            case SMTPSendFailedException envoi -> envoi.getReturnCode() + " ";
            default -> "";
        };
        var dit = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        var ligne = dit.strip().lines().findFirst().orElse("").replaceAll("<?[^\\s<>]+@[^\\s<>]+>?", "…");
        return ligne.startsWith(code) ? ligne : code + ligne;
    }

    private MimeMessage message(EnPartance courriel, byte[] corps) throws MessagingException {
        var message = new MessageSuivi(
                smtp.getSession(),
                courriel.id()
                        + expediteur.adresse().substring(expediteur.adresse().indexOf('@')),
                courriel.objet(),
                JSON.readValue(corps, Corps.class));
        message.setFrom(de);
        message.setReplyTo(InternetAddress.parse(expediteur.reponseA()));
        message.setRecipient(RecipientType.TO, new InternetAddress(courriel.destinataire()));
        message.setSentDate(Date.from(courriel.creeLe()));
        message.saveChanges();
        return message;
    }

    private static InternetAddress adresse(Expediteur expediteur) {
        try {
            return new InternetAddress(expediteur.adresse(), expediteur.nom(), UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
