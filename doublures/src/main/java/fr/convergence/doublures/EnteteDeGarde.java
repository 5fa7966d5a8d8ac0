package fr.convergence.doublures;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Les lignes ajoutées devant un courriel gardé : son enveloppe SMTP, que ses propres en-têtes ne disent pas. */
final class EnteteDeGarde {

    private static final String EXPEDITEUR = "Return-Path";
    private static final String DESTINATAIRE = "Delivered-To";
    private static final String RECU_LE = "X-Recu-Le";

    private EnteteDeGarde() {}

    static String ecrire(String de, List<String> a, Instant recuLe) {
        return Stream.concat(
                        Stream.of(EXPEDITEUR + ": <" + enUneLigne(de) + ">", RECU_LE + ": " + recuLe),
                        a.stream().map(adresse -> DESTINATAIRE + ": " + enUneLigne(adresse)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    static Enveloppe lire(long id, long taille, InputStream courriel) {
        var entetes = entetes(courriel);
        return new Enveloppe(
                id,
                instant(entetes.getHeader(RECU_LE, null)),
                LectureMime.decoder(entetes.getHeader("From", ", ")),
                destinataires(entetes),
                LectureMime.decoder(entetes.getHeader("Subject", " ")),
                taille);
    }

    private static InternetHeaders entetes(InputStream courriel) {
        try {
            return new InternetHeaders(courriel, true);
        } catch (MessagingException e) {
            return new InternetHeaders(); // un contenu illisible reste consultable tel quel
        }
    }

    private static List<String> destinataires(InternetHeaders entetes) {
        var lignes = entetes.getHeader(DESTINATAIRE);
        return lignes == null ? List.of() : List.of(lignes);
    }

    private static Instant instant(@Nullable String texte) {
        try {
            return texte == null ? Instant.EPOCH : Instant.parse(texte.strip());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static String enUneLigne(String adresse) {
        return adresse.replaceAll("\\p{Cntrl}", "");
    }
}
