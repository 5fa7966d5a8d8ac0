package fr.convergence.socle.authentification;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import fr.convergence.socle.identifiant.FormeNormale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Les codes des applications d'authentification (RFC 6238) : six chiffres, trente secondes, SHA-1 que toutes lisent. */
@Component
public final class CodesTotp {

    /** Le dernier pas d'un compte qui n'a encore employé aucun code. */
    public static final long AUCUN_PAS = -1;

    private static final int CHIFFRES = 6;
    private static final int PERIODE = 30; // secondes
    private static final int ECART = 1; // pas de part et d'autre : RFC 6238, 5.2
    private static final int SECRET = 32; // caractères de base 32, soit les 160 bits de RFC 4226, 4 (R6)
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private final CodeGenerator codes = new DefaultCodeGenerator(HashingAlgorithm.SHA1, CHIFFRES);
    private final Clock horloge;

    CodesTotp(Clock horloge) {
        this.horloge = horloge;
    }

    /** Un secret neuf, en base 32 : c'est ce que tape qui ne peut lire le code QR. */
    public String nouveauSecret() {
        return new DefaultSecretGenerator(SECRET).generate();
    }

    /** L'adresse {@code otpauth://totp/…} à montrer en code QR. */
    public String adresse(String secret, String emetteur, String compte) {
        return new QrData.Builder()
                .label(emetteur + ":" + compte)
                .issuer(emetteur)
                .secret(secret)
                .algorithm(HashingAlgorithm.SHA1)
                .digits(CHIFFRES)
                .period(PERIODE)
                .build()
                .getUri();
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
        var essai = FormeNormale.sansEspaces(code);
        if (!CODE.matcher(essai).matches()) {
            return OptionalLong.empty();
        }
        var maintenant = Math.floorDiv(horloge.instant().getEpochSecond(), PERIODE);
        return LongStream.rangeClosed(maintenant - ECART, maintenant + ECART)
                .filter(pas -> pas > dernierPas)
                .filter(pas -> egaux(code(secret, pas), essai))
                .findFirst();
    }

    private String code(String secret, long pas) {
        try {
            return codes.generate(secret, pas);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException("secret illisible", e);
        }
    }

    private static boolean egaux(String attendu, String essai) {
        return MessageDigest.isEqual(
                attendu.getBytes(StandardCharsets.US_ASCII), essai.getBytes(StandardCharsets.US_ASCII));
    }
}
