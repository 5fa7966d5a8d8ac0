package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** De petits fichiers de chaque format, sains ou non, fabriqués à la demande. */
public final class Echantillons {

    /** Le fichier d'essai que tout antivirus reconnaît (eicar.org), en deux morceaux pour ne pas faire saisir ce source. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String TYPES =
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>";

    private Echantillons() {}

    /** Une entrée d'archive. */
    public record Entree(String nom, byte[] octets) {

        public Entree(String nom, String texte) {
            this(nom, texte.getBytes(UTF_8));
        }
    }

    public static byte[] pdf() {
        return pdf("");
    }

    /** Un PDF dont l'amorce porte en plus {@code amorce}. */
    public static byte[] pdf(String amorce) {
        return ("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                        + "2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\nxref\n0 3\n0000000000 65535 f \n"
                        + "0000000015 00000 n \n0000000060 00000 n \ntrailer\n<</Size 3/Root 1 0 R" + amorce
                        + ">>\nstartxref\n107\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    public static byte[] zip(Entree... entrees) {
        var sortie = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(sortie)) {
            for (var entree : entrees) {
                zip.putNextEntry(new ZipEntry(entree.nom()));
                zip.write(entree.octets());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sortie.toByteArray();
    }

    public static byte[] docx(Entree... enPlus) {
        return document(TYPES.formatted("word"), "word/document.xml", enPlus);
    }

    public static byte[] docm() {
        var types =
                "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>";
        return document(TYPES.formatted(types), "word/document.xml", new Entree("word/vbaProject.bin", cfb("VBA")));
    }

    public static byte[] xlsx(Entree... enPlus) {
        return document(TYPES.formatted("xl"), "xl/workbook.xml", enPlus);
    }

    private static byte[] document(String types, String partie, Entree... enPlus) {
        var entrees = new Entree[enPlus.length + 2];
        entrees[0] = new Entree("[Content_Types].xml", types);
        entrees[1] = new Entree(partie, "<?xml version=\"1.0\"?><document/>");
        System.arraycopy(enPlus, 0, entrees, 2, enPlus.length);
        return zip(entrees);
    }

    /** Une archive d'une entrée marquée chiffrée (le mot de passe n'importe pas à qui ne l'ouvre pas). */
    public static byte[] zipChiffre() {
        var zip = zip(new Entree("secret.bin", "illisible"));
        zip[6] |= 1;
        var repertoire = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        zip[repertoire + 8] |= 1;
        return zip;
    }

    /** Un fichier composé : une en-tête, un secteur de rubriques par quatre noms, un secteur de contenu. */
    public static byte[] cfb(String... noms) {
        var secteurs = (noms.length + 3) / 4;
        var octets = ByteBuffer.allocate(512 * (secteurs + 2)).order(ByteOrder.LITTLE_ENDIAN);
        octets.putLong(0, 0xE11AB1A1E011CFD0L)
                .putShort(26, (short) 3)
                .putShort(28, (short) 0xFFFE)
                .putShort(30, (short) 9);
        for (var i = 0; i < noms.length; i++) {
            var rubrique = 512 + 128 * i;
            octets.put(rubrique, noms[i].getBytes(UTF_16LE));
            octets.putShort(rubrique + 64, (short) (2 * noms[i].length() + 2));
            octets.put(rubrique + 66, (byte) 2).put(rubrique + 67, (byte) 1).putInt(rubrique + 116, secteurs);
        }
        return octets.array();
    }

    public static byte[] doc() {
        return cfb("Root Entry", "WordDocument", "1Table");
    }

    public static byte[] xls() {
        return cfb("Root Entry", "Workbook");
    }

    public static byte[] zed() {
        return cfb("Root Entry", "_ctlfile", "_catalog");
    }

    /** Une image qui annonce ces côtés sans en porter les points. */
    public static byte[] png(int largeur, int hauteur) {
        var entete = ByteBuffer.allocate(13)
                .putInt(largeur)
                .putInt(hauteur)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        var sortie = new ByteArrayOutputStream();
        sortie.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        sortie.writeBytes(morceau("IHDR", entete));
        sortie.writeBytes(morceau("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}));
        sortie.writeBytes(morceau("IEND", new byte[0]));
        return sortie.toByteArray();
    }

    public static byte[] jpeg(int largeur, int hauteur) {
        var sof = ByteBuffer.allocate(19)
                .putShort((short) 0xFFC0)
                .putShort((short) 17)
                .put((byte) 8);
        sof.putShort((short) hauteur).putShort((short) largeur).put((byte) 3);
        var sortie = new ByteArrayOutputStream();
        sortie.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 4, 'J', 'F'});
        sortie.writeBytes(sof.array());
        sortie.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2, 1, 2, (byte) 0xFF, 0, 3, (byte) 0xFF, (byte) 0xD0, 4});
        sortie.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return sortie.toByteArray();
    }

    public static byte[] colle(byte[]... morceaux) {
        var sortie = new ByteArrayOutputStream();
        for (var morceau : morceaux) {
            sortie.writeBytes(morceau);
        }
        return sortie.toByteArray();
    }

    private static byte[] morceau(String sorte, byte[] donnees) {
        var crc = new CRC32();
        crc.update(sorte.getBytes(ISO_8859_1));
        crc.update(donnees);
        return ByteBuffer.allocate(12 + donnees.length)
                .putInt(donnees.length)
                .put(sorte.getBytes(ISO_8859_1))
                .put(donnees)
                .putInt((int) crc.getValue())
                .array();
    }
}
