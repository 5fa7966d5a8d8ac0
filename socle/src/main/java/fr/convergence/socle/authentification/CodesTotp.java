package fr.convergence.socle.authentification;

import fr.convergence.socle.identifiant.FormeNormale;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;

/** Les codes des applications d'authentification (RFC 6238) : six chiffres, trente secondes, SHA-1 que toutes lisent. */
@Component
public final class CodesTotp {

    /** Le dernier pas d'un compte qui n'a encore employé aucun code. */
    public static final long AUCUN_PAS = -1;

    private static final int CHIFFRES = 6;
    private static final int MODULO = 1_000_000;
    private static final int PERIODE = 30; // secondes
    private static final int ECART = 1; // pas de part et d'autre : RFC 6238, 5.2
    private static final int SECRET = 20; // octets : les 160 bits de RFC 4226, 4 (R6)
    private static final String ALGORITHME = "HmacSHA1";
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private static final SecureRandom HASARD = new SecureRandom();

    private final Clock horloge;

    CodesTotp(Clock horloge) {
        this.horloge = horloge;
    }

    /** Un secret neuf, en base 32 : c'est ce que tape qui ne peut lire le code QR. */
    public String nouveauSecret() {
        var octets = new byte[SECRET];
        HASARD.nextBytes(octets);
        return new Base32().encodeToString(octets);
    }

    /** L'adresse {@code otpauth://totp/…} à montrer en code QR. */
    public String adresse(String secret, String emetteur, String compte) {
        return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(enUri(emetteur + ":" + compte), secret, enUri(emetteur), CHIFFRES, PERIODE);
    }

    /**
     * Le pas de temps auquel ce code répond, vide quand il est faux, périmé ou déjà servi.
     *
     * <p>L'appelant garde ce pas dans la même écriture que la connexion, {@code where dernier_pas < :pas} : un code ne sert
     * qu'une fois, même présenté deux fois au même instant.
     *
     * @param dernierPas celui du dernier code employé, ou {@link #AUCUN_PAS}
     */
    public OptionalLong verifier(String secret, String code, long dernierPas) {
        var essai = FormeNormale.code(code);
        if (!CODE.matcher(essai).matches()) {
            return OptionalLong.empty();
        }
        var maintenant = Math.floorDiv(horloge.instant().getEpochSecond(), PERIODE);
        return LongStream.rangeClosed(maintenant - ECART, maintenant + ECART)
                .filter(pas -> pas > dernierPas)
                .filter(pas -> egaux(code(secret, pas), essai))
                .findFirst();
    }

    /** RFC 4226, 5.3 : quatre octets du condensé, dont le dernier dit le rang, réduits à six chiffres. */
    private static String code(String secret, long pas) {
        try {
            var hmac = Mac.getInstance(ALGORITHME);
            hmac.init(new SecretKeySpec(new Base32().decode(secret), ALGORITHME));
            var condense =
                    hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(pas).array());
            var rang = condense[condense.length - 1] & 0xf;
            var nombre = ByteBuffer.wrap(condense).getInt(rang) & Integer.MAX_VALUE;
            return "%06d".formatted(nombre % MODULO);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 manque à cette machine Java", e);
        }
    }

    private static String enUri(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean egaux(String attendu, String essai) {
        return MessageDigest.isEqual(
                attendu.getBytes(StandardCharsets.US_ASCII), essai.getBytes(StandardCharsets.US_ASCII));
    }
}
