package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Un formulaire sans fichier, lu à mesure qu'il arrive : une longueur annoncée ne réserve rien. */
final class CorpsDeFormulaire {

    /** Comme Tomcat, qui n'en lit pas plus. */
    private static final int CHAMPS_MAX = 1_000;

    private static final int BLOC = 8 * 1024;

    /** Le corps, son texte, puis les champs qu'on en tire. */
    static final int COPIES = 3;

    private CorpsDeFormulaire() {}

    static MultiValueMap<String, String> lire(InputStream corps, Reserve.Part part) throws IOException {
        return champs(texte(corps, Integer.MAX_VALUE, part));
    }

    /** Les champs entiers que tient le début d'un formulaire plus long ; la suite reste à lire. */
    static MultiValueMap<String, String> debut(InputStream corps, int auPlus, Reserve.Part part) throws IOException {
        part.prendre((long) auPlus * COPIES);
        var texte = new String(corps.readNBytes(auPlus), UTF_8);
        return champs(texte.substring(0, Math.max(0, texte.lastIndexOf('&'))));
    }

    /** Un texte, pris sur la réserve à mesure qu'il arrive. */
    static String texte(InputStream octets, int auPlus, Reserve.Part part) throws IOException {
        var recu = new ByteArrayOutputStream(64);
        var bloc = new byte[BLOC];
        for (var n = octets.read(bloc); n >= 0; n = octets.read(bloc)) {
            part.prendre((long) n * COPIES);
            recu.write(bloc, 0, n);
            if (recu.size() > auPlus) {
                throw CorpsRefuse.formulaireTropLong();
            }
        }
        return recu.toString(UTF_8);
    }

    private static MultiValueMap<String, String> champs(String texte) throws CorpsRefuse {
        var champs = new LinkedMultiValueMap<String, String>();
        var nombre = 0;
        for (var debut = 0; debut < texte.length(); ) {
            var fin = texte.indexOf('&', debut);
            fin = fin < 0 ? texte.length() : fin;
            if (fin > debut) {
                if (++nombre > CHAMPS_MAX) {
                    throw CorpsRefuse.formulaireTropLong();
                }
                ajouter(champs, texte.substring(debut, fin));
            }
            debut = fin + 1;
        }
        return champs;
    }

    private static void ajouter(MultiValueMap<String, String> champs, String champ) throws CorpsRefuse {
        var egal = champ.indexOf('=');
        var nom = decoder(egal < 0 ? champ : champ.substring(0, egal));
        if (!nom.isEmpty()) {
            champs.add(nom, egal < 0 ? "" : decoder(champ.substring(egal + 1)));
        }
    }

    private static String decoder(String texte) throws CorpsRefuse {
        try {
            return URLDecoder.decode(texte, UTF_8);
        } catch (IllegalArgumentException _) {
            throw new CorpsRefuse(HttpStatus.BAD_REQUEST);
        }
    }
}
