package fr.convergence.socle.contenu;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Cherche des mots dans un flux, sans distinguer les majuscules et sans voir les octets nuls : un texte en UTF-16 s'y lit
 * comme en UTF-8.
 */
final class Recherche {

    /** Ce par quoi commence un contenu qu'un autre format n'a pas à porter. */
    static final List<String> INTRUS = List.of("<html", "<script", "<svg", "<!doctype", "<?php", "pk\3\4", "%pdf-");

    private Recherche() {}

    /** Lit le flux jusqu'au bout, ou jusqu'au premier mot trouvé. */
    static boolean trouve(InputStream flux, List<String> mots) throws IOException {
        var recouvrement = mots.stream().mapToInt(String::length).max().orElse(1) - 1;
        var fenetre = new StringBuilder();
        var tampon = new byte[8192];
        for (int n; (n = flux.read(tampon)) >= 0; ) {
            fenetre.append(lisible(tampon, n));
            var texte = fenetre.toString();
            if (mots.stream().anyMatch(texte::contains)) {
                return true;
            }
            fenetre.delete(0, Math.max(0, fenetre.length() - recouvrement));
        }
        return false;
    }

    static boolean trouve(byte[] octets, List<String> mots) {
        var texte = lisible(octets, octets.length);
        return mots.stream().anyMatch(texte::contains);
    }

    private static String lisible(byte[] octets, int n) {
        var signes = new StringBuilder(n);
        for (var i = 0; i < n; i++) {
            if (octets[i] != 0) {
                signes.append((char) (octets[i] & 0xFF));
            }
        }
        return signes.toString().toLowerCase(Locale.ROOT);
    }
}
