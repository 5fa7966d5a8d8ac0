package fr.convergence.socle.video;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** De petites vidéos, bâties comme un navigateur les bâtit : leur image ne se décode pas, leur conteneur est juste. */
public final class Videos {

    private static final int PAS_MS = 40;

    private Videos() {}

    /** Un WebM en direct, tel que MediaRecorder l'écrit : ni le segment ni les grappes ne disent leur taille. */
    public static byte[] webm(int dureeMs) {
        var image = new byte[40];
        var sortie = new ByteArrayOutputStream();
        sortie.writeBytes(element(0x1A45DFA3, element(0x4282, "webm".getBytes(StandardCharsets.US_ASCII))));
        sortie.writeBytes(sansTaille(0x18538067));
        sortie.writeBytes(element(0x1549A966, element(0x2AD7B1, new byte[] {0x0F, 0x42, 0x40})));
        sortie.writeBytes(element(
                0x1654AE6B,
                element(
                        0xAE,
                        element(0xD7, new byte[] {1}),
                        element(0x83, new byte[] {1}),
                        element(0xE0, element(0xB0, new byte[] {2, (byte) 0x80})))));
        for (var grappe = 0; grappe <= dureeMs; grappe += 1000) {
            sortie.writeBytes(sansTaille(0x1F43B675));
            sortie.writeBytes(
                    element(0xE7, ByteBuffer.allocate(4).putInt(grappe).array()));
            for (var ms = grappe; ms <= Math.min(dureeMs, grappe + 1000 - PAS_MS); ms += PAS_MS) {
                var bloc = ByteBuffer.allocate(4 + image.length)
                        .put((byte) 0x81)
                        .putShort((short) (ms - grappe))
                        .put((byte) 0x80)
                        .put(image)
                        .array();
                sortie.writeBytes(element(0xA3, bloc));
            }
        }
        return sortie.toByteArray();
    }

    /** Un MP4 d'un bloc, tel qu'un téléphone l'écrit. */
    public static byte[] mp4(int dureeMs) {
        return joindre(
                boite("ftyp", ascii("qt  "), entier(0), ascii("qt  ")), boite("mdat", new byte[500]), moov(dureeMs));
    }

    /** Un MP4 en fragments, tel que MediaRecorder l'écrit : seuls ses fragments disent leur durée. */
    public static byte[] mp4EnFragments(int dureeMs) {
        var images = dureeMs / PAS_MS;
        return joindre(
                boite("ftyp", ascii("iso5"), entier(0), ascii("iso5")),
                moov(0),
                boite(
                        "moof",
                        boite("mfhd", entier(0), entier(1)),
                        boite(
                                "traf",
                                boite("tfhd", entier(0x020008), entier(1), entier(PAS_MS)),
                                boite("trun", entier(0), entier(images)))),
                boite("mdat", new byte[500]));
    }

    private static byte[] moov(int dureeMs) {
        return boite(
                "moov",
                boite("mvhd", new byte[100]),
                boite(
                        "trak",
                        boite("tkhd", entier(0), entier(0), entier(0), entier(1), new byte[68]),
                        boite(
                                "mdia",
                                boite(
                                        "mdhd",
                                        entier(0),
                                        entier(0),
                                        entier(0),
                                        entier(1000),
                                        entier(dureeMs),
                                        entier(0)),
                                boite("hdlr", entier(0), entier(0), ascii("vide"), new byte[13]))));
    }

    public static byte[] joindre(byte[]... morceaux) {
        var sortie = new ByteArrayOutputStream();
        Arrays.stream(morceaux).forEach(sortie::writeBytes);
        return sortie.toByteArray();
    }

    static byte[] boite(String nom, byte[]... contenus) {
        var contenu = joindre(contenus);
        return joindre(entier(8 + contenu.length), ascii(nom), contenu);
    }

    static byte[] element(int id, byte[]... contenus) {
        var contenu = joindre(contenus);
        return joindre(
                identifiant(id),
                ByteBuffer.allocate(4).putInt(0x10000000 | contenu.length).array(),
                contenu);
    }

    private static byte[] sansTaille(int id) {
        return joindre(identifiant(id), new byte[] {1, -1, -1, -1, -1, -1, -1, -1});
    }

    private static byte[] identifiant(int id) {
        var octets = ByteBuffer.allocate(4).putInt(id).array();
        return Arrays.copyOfRange(octets, Integer.numberOfLeadingZeros(id) / 8, 4);
    }

    private static byte[] entier(int valeur) {
        return ByteBuffer.allocate(4).putInt(valeur).array();
    }

    private static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.US_ASCII);
    }
}
