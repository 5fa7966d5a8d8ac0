package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Où finit chaque flux d'un PDF. */
final class FinsDeFluxPdf {

    private static final int BLOC = 32 * 1024;

    private final Octets octets;
    private final Map<String, Long> prochains = new HashMap<>();
    private boolean absente;

    FinsDeFluxPdf(Octets octets) {
        this.octets = octets;
    }

    /** Vrai si un flux n'a pas de fin. */
    boolean absente() {
        return absente;
    }

    /** Sa longueur si elle est écrite et juste ; sinon là où le mot de fin se trouve. */
    long de(long debut, Optional<DicoPdf> dico) throws IOException {
        var longueur = dico.map(lu -> lu.nombre("Length")).orElseGet(OptionalLong::empty);
        if (longueur.isPresent() && longueur.getAsLong() >= 0 && debut + longueur.getAsLong() < octets.taille()) {
            var fin = debut + longueur.getAsLong();
            var suite =
                    octets.lire(fin, (int) Math.min(32, octets.taille() - fin)).array();
            if (new String(suite, ISO_8859_1).replaceAll("^[\\s\\x00]+", "").startsWith("endstream")) {
                return fin;
            }
        }
        for (var mot : List.of("endstream", "endobj")) {
            var trouve = prochain(mot, debut);
            if (trouve >= 0) {
                return trouve;
            }
        }
        absente = true;
        return octets.taille();
    }

    /** Une fin trouvée plus loin, ou absente, l'est aussi pour les flux d'après : le fichier ne se relit pas pour chacun. */
    private long prochain(String mot, long depuis) throws IOException {
        var connue = prochains.get(mot);
        if (connue != null && (connue < 0 || connue >= depuis)) {
            return connue;
        }
        var trouve = chercher(mot.getBytes(ISO_8859_1), depuis);
        prochains.put(mot, trouve);
        return trouve;
    }

    private long chercher(byte[] mot, long depuis) throws IOException {
        for (var position = depuis; position < octets.taille(); position += BLOC - mot.length) {
            var bloc = octets.lire(position, (int) Math.min(BLOC, octets.taille() - position))
                    .array();
            for (var i = 0; i <= bloc.length - mot.length; i++) {
                if (bloc[i] == mot[0] && commence(bloc, i, mot)) {
                    return position + i;
                }
            }
        }
        return -1;
    }

    private static boolean commence(byte[] bloc, int ou, byte[] mot) {
        return Arrays.equals(bloc, ou, ou + mot.length, mot, 0, mot.length);
    }
}
