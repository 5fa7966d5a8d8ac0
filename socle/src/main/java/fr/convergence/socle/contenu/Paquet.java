package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** Un objet « paquet » incorporé à un document ([MS-OLEDS] §2.3.6) : un fichier quelconque, que l'on ouvre d'un double clic. */
final class Paquet {

    /** Taille, drapeaux ; puis étiquette et chemin, chacun fini par un zéro. */
    private static final int ETIQUETTE = 6;

    private Paquet() {}

    /** Le nom du programme qu'il porte, s'il en porte un. */
    static Optional<String> programme(byte[] debut) {
        if (debut.length <= ETIQUETTE) {
            return Optional.empty();
        }
        var textes = new String(debut, ETIQUETTE, debut.length - ETIQUETTE, ISO_8859_1).split("\0");
        var nomme = Arrays.stream(textes).limit(8).filter(Programmes::nom).findFirst();
        return nomme.isPresent() ? nomme : contenu(debut);
    }

    private static Optional<String> contenu(byte[] debut) {
        for (var i = 4; i < debut.length - 64; i++) {
            if (debut[i] == 'M' && debut[i + 1] == 'Z' && Programmes.contenu(Arrays.copyOfRange(debut, i, i + 64))) {
                return Optional.of("MZ");
            }
        }
        return Optional.empty();
    }
}
