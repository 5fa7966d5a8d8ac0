package fr.convergence.socle.contenu;

import fr.convergence.socle.lecture.Octets;
import fr.convergence.socle.lecture.RechercheDOctets;
import fr.convergence.socle.video.Video;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/** Les images et les vidéos, mesurées sans être décodées : une petite image compressée peut demander des gigaoctets à qui l'ouvre. */
final class ControleImage {

    private static final int COTE_MAX = 20_000;

    /** Un plan A3 à 600 points par pouce fait 70 mégapixels, une page A4 35. */
    private static final long SURFACE_MAX = 80_000_000;

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;
    private static final int MORCEAUX_MAX = 50_000;

    private ControleImage() {}

    static void png(Octets octets) throws IOException {
        if (octets.taille() < 8 || octets.lire(0, 8).order(ByteOrder.BIG_ENDIAN).getLong() != PNG) {
            throw Controles.different(octets);
        }
        var position = 8L;
        for (var rang = 0; rang < MORCEAUX_MAX; rang++) {
            var entete = octets.lire(position, 8).order(ByteOrder.BIG_ENDIAN);
            var longueur = Integer.toUnsignedLong(entete.getInt());
            var sorte = entete.getInt();
            if (rang == 0) {
                mesurerPng(octets, sorte, longueur);
            }
            position += 12 + longueur;
            if (sorte == IEND) {
                if (position > octets.taille()) {
                    throw new ContenuRefuse(Raison.ILLISIBLE);
                }
                refuserUnIntrus(octets, octets.flux(position, octets.taille()));
                return;
            }
        }
        throw new ContenuRefuse(Raison.ILLISIBLE);
    }

    static void jpeg(Octets octets) throws IOException {
        var flux = octets.flux();
        if (flux.read() != 0xFF || flux.read() != 0xD8) {
            throw Controles.different(octets);
        }
        var mesuree = false;
        for (var marqueur = marqueur(flux); marqueur != 0xD9; marqueur = marqueur(flux)) {
            if (marqueur == 0xD8) {
                continue;
            }
            var longueur = deuxOctets(flux) - 2;
            if (marqueur >= 0xC0 && marqueur <= 0xCF && marqueur != 0xC4 && marqueur != 0xC8 && marqueur != 0xCC) {
                flux.skipNBytes(1);
                var hauteur = deuxOctets(flux);
                mesurer(deuxOctets(flux), hauteur);
                longueur -= 5;
                mesuree = true;
            }
            if (longueur < 0) {
                throw new ContenuRefuse(Raison.ILLISIBLE);
            }
            flux.skipNBytes(longueur);
        }
        if (!mesuree) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        refuserUnIntrus(octets, flux);
    }

    /** Une vidéo va jusqu’au bout de ce qu’elle annonce, et a une image ; sa durée est à qui la range. */
    static void video(Octets octets, boolean commenceBien) throws IOException {
        if (!commenceBien) {
            throw Controles.different(octets);
        }
        Video.duree(octets);
    }

    /** Des appareils et des logiciels ajoutent leurs données après l'image ; un autre format n'y a pas sa place. */
    private static void refuserUnIntrus(Octets octets, InputStream suite) throws IOException {
        if (RechercheDOctets.trouve(suite, RechercheDOctets.INTRUS)
                || RepertoireZip.cacheDans(octets).isPresent()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
    }

    private static void mesurerPng(Octets octets, int sorte, long longueur) throws IOException {
        if (sorte != IHDR || longueur != 13) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var cotes = octets.lire(16, 8).order(ByteOrder.BIG_ENDIAN);
        mesurer(Integer.toUnsignedLong(cotes.getInt()), Integer.toUnsignedLong(cotes.getInt()));
    }

    private static void mesurer(long largeur, long hauteur) throws ContenuRefuse {
        if (largeur > COTE_MAX || hauteur > COTE_MAX || largeur * hauteur > SURFACE_MAX) {
            throw new ContenuRefuse(new Refus(Raison.IMAGE_DEMESUREE, largeur + " × " + hauteur));
        }
        if (largeur == 0 || hauteur == 0) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
    }

    /** Le prochain marqueur, les données d'image et les marques de reprise étant passées. */
    private static int marqueur(InputStream flux) throws IOException {
        while (true) {
            while (octet(flux) != 0xFF) {
                // données d'image
            }
            var marqueur = octet(flux);
            while (marqueur == 0xFF) {
                marqueur = octet(flux);
            }
            if (marqueur > 0x01 && (marqueur < 0xD0 || marqueur > 0xD7)) {
                return marqueur;
            }
        }
    }

    private static int deuxOctets(InputStream flux) throws IOException {
        return octet(flux) << 8 | octet(flux);
    }

    private static int octet(InputStream flux) throws IOException {
        var octet = flux.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }
}
