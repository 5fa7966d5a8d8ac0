package fr.convergence.socle.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Les empreintes SHA-256 ; toute machine Java sait les calculer. */
public final class Sha256 {

    private Sha256() {}

    /** Un calcul neuf, pour ce qui arrive par morceaux. */
    public static MessageDigest calcul() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] de(byte[] octets) {
        return calcul().digest(octets);
    }

    /** Celle d'un texte en UTF-8. */
    public static byte[] de(String texte) {
        return de(texte.getBytes(StandardCharsets.UTF_8));
    }

    /** Celle d'un texte en UTF-8, en hexadécimal minuscule. */
    public static String hexa(String texte) {
        return HexFormat.of().formatHex(de(texte));
    }
}
