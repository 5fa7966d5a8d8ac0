package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.ScellementInvalide;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Issue;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Reserve;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
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

    Facteur(JavaMailSenderImpl smtp, Expediteur expediteur) {
        this.smtp = smtp;
        this.expediteur = expediteur;
    }

    void tournee(List<Reserve> lot, Function<Reserve, byte[]> ouvrir, BiConsumer<Reserve, Issue> noter) {
        if (lot.isEmpty()) {
            return;
        }
        try (var transport = connexion()) {
            for (var courriel : lot) {
                noter.accept(courriel, porter(transport, courriel, ouvrir));
            }
        } catch (MessagingException panne) {
            for (var courriel : lot) {
                noter.accept(courriel, new Issue.ARefaire("Serveur de courriel injoignable : " + panne.getMessage()));
            }
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
    private Issue porter(Transport transport, Reserve courriel, Function<Reserve, byte[]> ouvrir)
            throws MessagingException {
        try {
            var message = message(courriel, ouvrir.apply(courriel));
            transport.sendMessage(message, message.getAllRecipients());
            return new Issue.Parti();
        } catch (SendFailedException refus) {
            return refus.getNextException() instanceof SMTPAddressFailedException adresse
                            && adresse.getReturnCode() >= ERREUR_DEFINITIVE
                    ? new Issue.Impossible("Adresse refusée : " + adresse.getReturnCode())
                    : new Issue.ARefaire("Refusé : " + refus.getMessage());
        } catch (AddressException illisible) {
            return new Issue.Impossible("Adresse illisible");
        } catch (ScellementInvalide illisible) {
            return new Issue.ARefaire("Corps scellé illisible par ce nœud");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** À la main : l'assistant de Spring relit sa table des types de fichiers à chaque message. */
    private MimeMessage message(Reserve courriel, byte[] corps)
            throws MessagingException, UnsupportedEncodingException {
        var parties = JSON.readValue(corps, Corps.class);
        var message = new MessageSuivi(smtp.getSession(), identifiant(courriel.id()));
        message.setFrom(new InternetAddress(expediteur.adresse(), expediteur.nom(), UTF_8.name()));
        message.setReplyTo(InternetAddress.parse(expediteur.reponseA()));
        message.setRecipient(RecipientType.TO, new InternetAddress(courriel.destinataire()));
        message.setSubject(courriel.objet(), UTF_8.name());
        message.setContent(
                new MimeMultipart("alternative", partie(parties.texte(), "plain"), partie(parties.html(), "html")));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart partie(String texte, String type) throws MessagingException {
        var partie = new MimeBodyPart();
        partie.setText(texte, UTF_8.name(), type);
        return partie;
    }

    private String identifiant(UUID id) {
        return "<" + id + expediteur.adresse().substring(expediteur.adresse().indexOf('@')) + ">";
    }

    /** Garde son Message-ID d'un essai à l'autre, pour qu'un doublon se reconnaisse. */
    private static final class MessageSuivi extends MimeMessage {

        private final String identifiant;

        MessageSuivi(Session session, String identifiant) {
            super(session);
            this.identifiant = identifiant;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifiant);
        }
    }
}
