package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.ScellementInvalide;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Issue;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Reserve;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;
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
    private final InternetAddress de;

    Facteur(JavaMailSenderImpl smtp, Expediteur expediteur) {
        this.smtp = smtp;
        this.expediteur = expediteur;
        this.de = adresse(expediteur);
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
        }
    }

    private MimeMessage message(Reserve courriel, byte[] corps) throws MessagingException {
        var message = new MessageSuivi(
                smtp.getSession(),
                courriel.id().toString(),
                expediteur.adresse().substring(expediteur.adresse().indexOf('@')),
                courriel.objet(),
                JSON.readValue(corps, Corps.class));
        message.setFrom(de);
        message.setReplyTo(InternetAddress.parse(expediteur.reponseA()));
        message.setRecipient(RecipientType.TO, new InternetAddress(courriel.destinataire()));
        message.setSentDate(Date.from(courriel.creeLe()));
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
