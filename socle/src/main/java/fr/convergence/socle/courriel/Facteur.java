package fr.convergence.socle.courriel;

import fr.convergence.socle.courriel.EnvoiDesCourriels.Issue;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Reserve;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
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
                noter.accept(courriel, porter(transport, courriel, ouvrir.apply(courriel)));
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

    private Issue porter(Transport transport, Reserve courriel, byte[] corps) throws MessagingException {
        try {
            var message = message(courriel, corps);
            transport.sendMessage(message, message.getAllRecipients());
            return new Issue.Parti();
        } catch (SendFailedException refus) {
            return refus.getNextException() instanceof SMTPAddressFailedException adresse
                            && adresse.getReturnCode() >= ERREUR_DEFINITIVE
                    ? new Issue.Impossible("Adresse refusée : " + adresse.getReturnCode())
                    : new Issue.ARefaire("Refusé : " + refus.getMessage());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MimeMessage message(Reserve courriel, byte[] corps)
            throws MessagingException, UnsupportedEncodingException {
        var parties = JSON.readValue(corps, Corps.class);
        var message = new MessageSuivi(smtp.getSession(), identifiant(courriel.id()));
        var redaction = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        redaction.setFrom(expediteur.adresse(), expediteur.nom());
        redaction.setReplyTo(expediteur.reponseA());
        redaction.setTo(courriel.destinataire());
        redaction.setSubject(courriel.objet());
        redaction.setText(parties.texte(), parties.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
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
