package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** Un message en texte et en HTML, qui garde son Message-ID d'un essai à l'autre pour qu'un doublon se reconnaisse. */
final class MessageSuivi extends MimeMessage {

    private final String messageId;

    MessageSuivi(Session session, String messageId, String objet, Facteur.Corps corps) throws MessagingException {
        super(session);
        this.messageId = messageId;
        setSubject(objet, UTF_8.name());
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", partie(corps.texte(), "plain"), partie(corps.html(), "html")));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    private static MimeBodyPart partie(String texte, String sorte) throws MessagingException {
        var partie = new MimeBodyPart();
        partie.setText(texte, UTF_8.name(), sorte);
        partie.setHeader("Content-Transfer-Encoding", "base64");
        return partie;
    }
}
