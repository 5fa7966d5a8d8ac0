package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Les fichiers composés d'Office 97 et de ZED ([MS-CFB]), reconnus à leurs rubriques.
 *
 * <p>Les rubriques (128 octets, alignées) se cherchent d'un bout à l'autre du fichier sans suivre ses chaînes de secteurs :
 * une chaîne tordue n'y change rien, et un fichier composé rangé dans une archive se lit de même.
 */
final class ControleCfb {

    private static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static final int ENTETE = 512;
    private static final int RUBRIQUE = 128;

    private static final Set<String> MACROS = Set.of("macros", "vba", "_vba_project", "_vba_project_cur");
    private static final Set<String> CHIFFREMENT = Set.of("encryptedpackage", "encryptioninfo");
    private static final Set<String> WORD = Set.of("worddocument");
    private static final Set<String> EXCEL = Set.of("workbook", "book");
    private static final Set<String> ZED = Set.of("_ctlfile", "_catalog");

    /** [MS-DOC] §2.5.2 : le bit fEncrypted de la FIB. */
    private static final int FIB_DRAPEAUX = 10;

    private static final int FIB_CHIFFRE = 0x0100;

    /** [MS-XLS] §2.4.117 : l'enregistrement FilePass suit de près le début du classeur. */
    private static final int FILEPASS = 0x2F;

    private static final int CLASSEUR = 4096;

    private ControleCfb() {}

    static boolean commence(byte[] debut) {
        return debut.length >= SIGNATURE.length
                && Arrays.equals(debut, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static void controler(Octets octets, Format format) throws IOException {
        if (!commence(octets.debut(SIGNATURE.length))) {
            throw Controles.different(octets);
        }
        var rubriques = rubriques(octets.flux());
        if (format == Format.ZED) {
            exiger(rubriques, ZED, octets);
            return;
        }
        refuser(rubriques);
        exiger(rubriques, format == Format.DOC ? WORD : EXCEL, octets);
        if (format == Format.DOC ? documentChiffre(octets, rubriques) : classeurChiffre(octets, rubriques)) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
    }

    /** Refuse les macros et le chiffrement d'un fichier composé rangé dans un autre fichier. */
    static void refuser(InputStream flux, boolean chiffreAdmis) throws IOException {
        var rubriques = rubriques(flux);
        if (chiffreAdmis) {
            CHIFFREMENT.forEach(rubriques::remove);
        }
        refuser(rubriques);
    }

    private static void refuser(Map<String, Integer> rubriques) throws ContenuRefuse {
        if (rubriques.keySet().stream().anyMatch(CHIFFREMENT::contains)) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
        if (rubriques.keySet().stream().anyMatch(MACROS::contains)) {
            throw new ContenuRefuse(Raison.MACROS);
        }
    }

    private static void exiger(Map<String, Integer> rubriques, Set<String> voulues, Octets octets) throws IOException {
        if (rubriques.keySet().stream().noneMatch(voulues::contains)) {
            throw Controles.different(octets);
        }
    }

    /** Les rubriques connues, en minuscules, et leur premier secteur. */
    private static Map<String, Integer> rubriques(InputStream flux) throws IOException {
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
            if (connue(nom)) {
                trouvees.putIfAbsent(nom, octets.getInt(116));
            }
        }
        return trouvees;
    }

    private static boolean connue(String nom) {
        return MACROS.contains(nom)
                || CHIFFREMENT.contains(nom)
                || WORD.contains(nom)
                || EXCEL.contains(nom)
                || ZED.contains(nom);
    }

    private static boolean documentChiffre(Octets octets, Map<String, Integer> rubriques) throws IOException {
        var fib = debutDe(octets, requireNonNull(rubriques.get("worddocument")), FIB_DRAPEAUX + 2);
        return fib.remaining() == FIB_DRAPEAUX + 2 && (fib.getShort(FIB_DRAPEAUX) & FIB_CHIFFRE) != 0;
    }

    private static boolean classeurChiffre(Octets octets, Map<String, Integer> rubriques) throws IOException {
        var secteur = rubriques.containsKey("workbook") ? rubriques.get("workbook") : rubriques.get("book");
        var classeur = debutDe(octets, requireNonNull(secteur), CLASSEUR);
        while (classeur.remaining() >= 4) {
            var sorte = classeur.getShort();
            var longueur = Short.toUnsignedInt(classeur.getShort());
            if (sorte == FILEPASS) {
                return true;
            }
            if (longueur > classeur.remaining()) {
                return false;
            }
            classeur.position(classeur.position() + longueur);
        }
        return false;
    }

    private static ByteBuffer debutDe(Octets octets, Integer secteur, int n) throws IOException {
        var puissance = octets.lire(30, 2).getShort();
        if (puissance != 9 && puissance != 12) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var position = (Integer.toUnsignedLong(secteur) + 1) << puissance;
        return position >= octets.taille()
                ? ByteBuffer.allocate(0)
                : octets.lire(position, (int) Math.min(n, octets.taille() - position));
    }
}
