package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Un PDF entier, sans mot de passe ni second contenu.
 *
 * <p>Le fichier n'est pas ouvert par une bibliothèque : un flux de références piégé y coûte toute la mémoire. Le chiffrement
 * s'annonce toujours en clair, par l'entrée /Encrypt de l'amorce ou d'un flux de références (ISO 32000-1 §7.6.1).
 */
final class ControlePdf {

    private static final byte[] SIGNATURE = "%PDF-".getBytes(ISO_8859_1);
    private static final String CHIFFREMENT = "Encrypt";

    /** Un lecteur cherche l'amorce dans le premier kilooctet ; d'autres formats s'y cachent volontiers. */
    private static final int ENTETE = 1024;

    private static final int FIN = 4096;

    private ControlePdf() {}

    static void controler(Octets octets) throws IOException {
        var debut = octets.debut(ENTETE);
        if (!commence(debut)) {
            throw Controles.different(octets);
        }
        if (Recherche.trouve(Arrays.copyOfRange(debut, SIGNATURE.length, debut.length), Recherche.INTRUS)) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        var fin = octets.fin(FIN);
        var terminaison = new String(fin, ISO_8859_1).lastIndexOf("%%EOF");
        if (terminaison < 0) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        if (Recherche.trouve(Arrays.copyOfRange(fin, terminaison, fin.length), Recherche.INTRUS)) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        if (chiffre(octets.flux())) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
    }

    static boolean commence(byte[] debut) {
        return debut.length >= SIGNATURE.length
                && Arrays.equals(debut, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** Cherche « /Encrypt » suivi d'une référence ou d'un dictionnaire, le nom fût-il écrit « /#45ncrypt ». */
    static boolean chiffre(InputStream flux) throws IOException {
        var c = flux.read();
        while (c >= 0) {
            if (c != '/') {
                c = flux.read();
                continue;
            }
            var rang = 0;
            var pareil = true;
            for (c = flux.read(); c >= 0 && !delimite(c); c = flux.read()) {
                var signe = c == '#' ? Character.digit(flux.read(), 16) * 16 + Character.digit(flux.read(), 16) : c;
                pareil &= rang < CHIFFREMENT.length() && signe == CHIFFREMENT.charAt(rang);
                rang++;
            }
            if (pareil && rang == CHIFFREMENT.length()) {
                c = apresLesBlancs(flux, c);
                if (c == '<' || (c >= '0' && c <= '9')) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int apresLesBlancs(InputStream flux, int premier) throws IOException {
        var c = premier;
        while (blanc(c) || c == '%') {
            if (c == '%') {
                while (c >= 0 && c != '\n' && c != '\r') {
                    c = flux.read();
                }
            } else {
                c = flux.read();
            }
        }
        return c;
    }

    private static boolean blanc(int c) {
        return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
    }

    private static boolean delimite(int c) {
        return blanc(c) || "()<>[]{}/%".indexOf(c) >= 0;
    }
}
