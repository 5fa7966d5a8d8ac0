package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Les rubriques d'un fichier composé dont le rangement ne se suit pas, ou trop gros pour être relu : cherchées d'un bout à
 * l'autre (128 octets, alignées), sans suivre ses chaînes de secteurs.
 */
final class RubriquesEparses {

    private static final int ENTETE = 512;
    private static final int RUBRIQUE = 128;

    private RubriquesEparses() {}

    /** Les rubriques voulues, en minuscules, et leur premier secteur. */
    static Map<String, Integer> lire(InputStream flux, Predicate<String> voulues) throws IOException {
        var trouvees = new HashMap<String, Integer>();
        flux.skipNBytes(ENTETE);
        for (var bloc = flux.readNBytes(RUBRIQUE); bloc.length == RUBRIQUE; bloc = flux.readNBytes(RUBRIQUE)) {
            var octets = ByteBuffer.wrap(bloc).order(ByteOrder.LITTLE_ENDIAN);
            var longueur = octets.getShort(64);
            var sorte = bloc[66];
            if (longueur < 4 || longueur > 64 || longueur % 2 != 0 || sorte < 1 || sorte > 5 || bloc[67] >> 1 != 0) {
                continue;
            }
            var nom = new String(bloc, 0, longueur - 2, UTF_16LE).toLowerCase(Locale.ROOT);
            if (voulues.test(nom)) {
                trouvees.putIfAbsent(nom, octets.getInt(116));
            }
        }
        return trouvees;
    }

    /** Le début du flux qui commence à ce secteur, court s'il sort du fichier. */
    static byte[] debutDe(Octets octets, int secteur, int n) throws IOException {
        var puissance = octets.lire(30, 2).getShort();
        if (puissance != 9 && puissance != 12) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var position = (Integer.toUnsignedLong(secteur) + 1) << puissance;
        return position >= octets.taille()
                ? new byte[0]
                : octets.lire(position, (int) Math.min(n, octets.taille() - position))
                        .array();
    }
}
