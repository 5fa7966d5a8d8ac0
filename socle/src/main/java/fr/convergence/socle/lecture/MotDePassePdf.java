package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Dit si un PDF chiffré s'ouvre sans mot de passe (ISO 32000-2 §7.6.4, algorithmes 2, 2.B, 4, 5 et 11) : MD5 et RC4 y sont
 * ceux de la norme, et ne protègent rien chez nous.
 *
 * @param dico le dictionnaire de chiffrement
 * @param identifiant le premier des deux de l'amorce
 */
public record MotDePassePdf(DicoPdf dico, byte[] identifiant) {

    private static final byte[] BOURRAGE = {
        0x28,
        (byte) 0xBF,
        0x4E,
        0x5E,
        0x4E,
        0x75,
        (byte) 0x8A,
        0x41,
        0x64,
        0x00,
        0x4E,
        0x56,
        (byte) 0xFF,
        (byte) 0xFA,
        0x01,
        0x08,
        0x2E,
        0x2E,
        0x00,
        (byte) 0xB6,
        (byte) 0xD0,
        0x68,
        0x3E,
        (byte) 0x80,
        0x2F,
        0x0C,
        (byte) 0xA9,
        (byte) 0xFE,
        0x64,
        0x53,
        0x69,
        0x7A
    };

    private static final int TOURS = 64;

    /** Vrai si un mot de passe vide l'ouvre. */
    public boolean vide() {
        var usager = octets("U");
        if (usager.length < 32) {
            return false;
        }
        try {
            return switch ((int) dico.nombre("R").orElse(0)) {
                case 2 -> Arrays.equals(rc4(cle(2), BOURRAGE), 0, 32, usager, 0, 32);
                case 3, 4 -> Arrays.equals(verification(), 0, 16, usager, 0, 16);
                case 5 -> usager.length >= 48 && Arrays.equals(sel(usager), 0, 32, usager, 0, 32);
                case 6 -> usager.length >= 48 && Arrays.equals(durcie(sel(usager)), 0, 32, usager, 0, 32);
                default -> false;
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] octets(String cle) {
        return dico.texte(cle).getBytes(ISO_8859_1);
    }

    private byte[] cle(int revision) throws GeneralSecurityException {
        var calcul = MessageDigest.getInstance("MD5");
        calcul.update(BOURRAGE);
        calcul.update(Arrays.copyOf(octets("O"), 32));
        var droits = (int) dico.nombre("P").orElse(0);
        calcul.update(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(droits)
                .array());
        calcul.update(identifiant);
        if (revision >= 4 && dico.texte("EncryptMetadata").equals("false")) {
            calcul.update(new byte[] {-1, -1, -1, -1});
        }
        var longueur = revision == 2 ? 5 : longueur();
        var cle = calcul.digest();
        for (var tour = 0; revision >= 3 && tour < 50; tour++) {
            cle = calcul.digest(Arrays.copyOf(cle, longueur));
        }
        return Arrays.copyOf(cle, longueur);
    }

    private int longueur() {
        if (dico.nombre("V").orElse(0) >= 4) {
            return 16;
        }
        return (int) Math.clamp(dico.nombre("Length").orElse(40) / 8, 5, 16);
    }

    private byte[] verification() throws GeneralSecurityException {
        var cle = cle((int) dico.nombre("R").orElse(3));
        var calcul = MessageDigest.getInstance("MD5");
        calcul.update(BOURRAGE);
        var valeur = calcul.digest(identifiant);
        for (var tour = 0; tour < 20; tour++) {
            var duTour = cle.clone();
            for (var i = 0; i < duTour.length; i++) {
                duTour[i] ^= (byte) tour;
            }
            valeur = rc4(duTour, valeur);
        }
        return valeur;
    }

    private static byte[] sel(byte[] usager) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(usager, 32, 40));
    }

    private static byte[] durcie(byte[] premiere) throws GeneralSecurityException {
        var cle = premiere;
        var dernier = 0;
        for (var tour = 0; tour < TOURS || dernier > tour - 32; tour++) {
            var repetee = new ByteArrayOutputStream();
            for (var fois = 0; fois < TOURS; fois++) {
                repetee.writeBytes(cle);
            }
            var aes = Cipher.getInstance("AES/CBC/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(cle, 0, 16, "AES"), new IvParameterSpec(cle, 16, 16));
            var chiffre = aes.doFinal(repetee.toByteArray());
            var reste = 0;
            for (var i = 0; i < 16; i++) {
                reste += chiffre[i] & 0xFF;
            }
            cle = MessageDigest.getInstance(reste % 3 == 0 ? "SHA-256" : reste % 3 == 1 ? "SHA-384" : "SHA-512")
                    .digest(chiffre);
            dernier = chiffre[chiffre.length - 1] & 0xFF;
        }
        return Arrays.copyOf(cle, 32);
    }

    private static byte[] rc4(byte[] cle, byte[] clair) throws GeneralSecurityException {
        var rc4 = Cipher.getInstance("RC4");
        rc4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(cle, "RC4"));
        return rc4.doFinal(clair);
    }
}
