package fr.convergence.doublures;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Lit un courriel au format MIME, même mal formé : ce qui ne se lit pas reste visible dans la source. */
final class LectureMime {

    private static final int PROFONDEUR = 20;
    private static final int PARTIES = 200;
    private static final int OCTETS_DE_TEXTE = 1_000_000; // au-delà, un navigateur peine ; la source reste entière
    private static final Session SESSION = Session.getInstance(reglages());

    private @Nullable String texte;
    private @Nullable String html;
    private final List<Piece> pieces = new ArrayList<>();
    private int parties;

    /** Une pièce jointe, dont le contenu se lit une fois. */
    record Piece(String nom, String type, Part partie) {}

    private LectureMime() {}

    static Courriel lire(Enveloppe enveloppe, InputStream contenu) throws IOException {
        try {
            var message = new MimeMessage(SESSION, contenu);
            var lecture = new LectureMime();
            lecture.parcourir(message, 0);
            return new Courriel(
                    enveloppe.id(),
                    enveloppe.recuLe(),
                    enveloppe.de(),
                    enveloppe.a(),
                    enveloppe.objet(),
                    decoder(message.getHeader("Message-ID", " ")),
                    ouVide(lecture.texte),
                    ouVide(lecture.html),
                    lecture.pieces.stream().map(Piece::nom).toList());
        } catch (MessagingException e) {
            return illisible(enveloppe);
        }
    }

    static Optional<Piece> piece(InputStream contenu, int rang) throws IOException {
        try {
            var lecture = new LectureMime();
            lecture.parcourir(new MimeMessage(SESSION, contenu), 0);
            return lecture.pieces.stream().skip(rang).findFirst();
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** Un en-tête tel qu'une personne le lit ; vide s'il manque. */
    static String decoder(@Nullable String entete) {
        if (entete == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(entete));
        } catch (UnsupportedEncodingException e) {
            return entete;
        }
    }

    private void parcourir(Part partie, int profondeur) throws MessagingException, IOException {
        if (++parties > PARTIES || profondeur > PROFONDEUR) {
            return;
        }
        if (partie.isMimeType("multipart/*") && partie.getContent() instanceof Multipart ensemble) {
            for (var i = 0; i < ensemble.getCount(); i++) {
                parcourir(ensemble.getBodyPart(i), profondeur + 1);
            }
        } else if (estJointe(partie)) {
            joindre(partie);
        } else if (partie.isMimeType("text/html") && html == null) {
            html = enTexte(partie);
        } else if (partie.isMimeType("text/*") && texte == null) {
            texte = enTexte(partie);
        } else {
            joindre(partie);
        }
    }

    private void joindre(Part partie) throws MessagingException {
        var nom = partie.getFileName();
        pieces.add(new Piece(
                nom == null ? "piece-" + (pieces.size() + 1) : decoder(nom), partie.getContentType(), partie));
    }

    private static boolean estJointe(Part partie) throws MessagingException {
        return partie instanceof BodyPart
                && (Part.ATTACHMENT.equalsIgnoreCase(partie.getDisposition()) || partie.getFileName() != null);
    }

    private static String enTexte(Part partie) throws MessagingException, IOException {
        try (var entree = partie.getInputStream()) {
            return new String(entree.readNBytes(OCTETS_DE_TEXTE), jeu(partie));
        }
    }

    private static Charset jeu(Part partie) {
        try {
            var declare = new ContentType(partie.getContentType()).getParameter("charset");
            return declare == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(declare));
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Courriel illisible(Enveloppe enveloppe) {
        return new Courriel(
                enveloppe.id(),
                enveloppe.recuLe(),
                enveloppe.de(),
                enveloppe.a(),
                enveloppe.objet(),
                "",
                "Cet e-mail n’est pas au format MIME : sa source est consultable telle quelle.",
                "",
                List.of());
    }

    private static String ouVide(@Nullable String texte) {
        return texte == null ? "" : texte;
    }

    private static Properties reglages() {
        var reglages = new Properties();
        reglages.setProperty("mail.mime.address.strict", "false");
        return reglages;
    }
}
