package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Un message en texte et en HTML, qui garde son Message-ID d'un essai à l'autre pour qu'un doublon se reconnaisse.
 *
 * <p>Il s'écrit lui-même : Jakarta Mail parcourt tous les jars de l'application pour chaque partie qu'il fabrique, ce qui
 * coûtait plus que le reste de l'envoi.
 */
final class MessageSuivi extends MimeMessage {

    /** En octets : un mot encodé tient sur une ligne de 76 caractères, « Subject: » compris (RFC 2047 §2). */
    private static final int MOT = 39;

    private static final Base64.Encoder EN_LIGNES = Base64.getMimeEncoder();

    private final String objet;
    private final String separation;
    private final Facteur.Corps corps;

    /** @param identifiant d'où se font le Message-ID et une séparation qu'aucune partie ne contient */
    MessageSuivi(Session session, String identifiant, String domaine, String objet, Facteur.Corps corps)
            throws MessagingException {
        super(session);
        this.objet = objet;
        this.separation = "=_" + identifiant;
        this.corps = corps;
        setHeader("Message-ID", "<" + identifiant + domaine + ">");
        setHeader("Subject", encoder(objet));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("MIME-Version", "1.0");
        setHeader("Content-Type", "multipart/alternative; boundary=\"" + separation + "\"");
    }

    @Override
    public String getSubject() {
        return objet;
    }

    @Override
    public void writeTo(OutputStream sortie, String @Nullable [] sauf) throws IOException, MessagingException {
        var message = new StringBuilder();
        for (var lignes = getNonMatchingHeaderLines(sauf); lignes.hasMoreElements(); ) {
            message.append(lignes.nextElement()).append("\r\n");
        }
        ajouter(message, "plain", corps.texte());
        ajouter(message, "html", corps.html());
        message.append("\r\n--").append(separation).append("--\r\n");
        sortie.write(message.toString().getBytes(US_ASCII));
        sortie.flush();
    }

    private void ajouter(StringBuilder message, String type, String texte) {
        message.append("\r\n--")
                .append(separation)
                .append("\r\nContent-Type: text/")
                .append(type);
        message.append("; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        message.append(EN_LIGNES.encodeToString(texte.getBytes(UTF_8)));
    }

    /** En mots encodés, aucun ne coupant un caractère. */
    private static String encoder(String objet) {
        var encode = new StringBuilder();
        var debut = 0;
        while (debut < objet.length()) {
            var fin = finDuMot(objet, debut);
            encode.append(debut == 0 ? "" : "\r\n ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder()
                            .encodeToString(objet.substring(debut, fin).getBytes(UTF_8)))
                    .append("?=");
            debut = fin;
        }
        return encode.toString();
    }

    private static int finDuMot(String objet, int debut) {
        var fin = debut;
        for (var octets = 0; fin < objet.length(); ) {
            var caractere = objet.codePointAt(fin);
            octets += Character.toString(caractere).getBytes(UTF_8).length;
            if (octets > MOT) {
                break;
            }
            fin += Character.charCount(caractere);
        }
        return fin;
    }
}
