package fr.convergence.isc.ubble;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * L'en-tête {@code Cko-Signature} : « instant:version:signature », la signature étant celle, ECDSA et SHA-512, de
 * « instant:corps ». Un événement trop vieux ou trop neuf ne vaut rien.
 */
@Component
final class SignatureDUbble {

    private static final Duration ECART = Duration.ofMinutes(15);

    private final @Nullable PublicKey cle;
    private final Clock horloge;

    SignatureDUbble(ReglagesDUbble reglages, Clock horloge) {
        var fichier = reglages.clePublique();
        this.cle = fichier == null ? null : lire(fichier);
        this.horloge = horloge;
    }

    boolean vaut(String entete, byte[] corps) {
        var parties = entete.split(":", 3);
        if (cle == null || parties.length != 3) {
            return false;
        }
        return instant(parties[0])
                .filter(dit -> Duration.between(dit, horloge.instant()).abs().compareTo(ECART) <= 0)
                .filter(_ -> signe(cle, parties[0], corps, parties[2]))
                .isPresent();
    }

    private static boolean signe(PublicKey cle, String instant, byte[] corps, String signature) {
        try {
            var signe = new ByteArrayOutputStream();
            signe.writeBytes((instant + ":").getBytes(StandardCharsets.UTF_8));
            signe.writeBytes(corps);
            var controle = Signature.getInstance("SHA512withECDSA");
            controle.initVerify(cle);
            controle.update(signe.toByteArray());
            return controle.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException illisible) {
            return false;
        }
    }

    private static Optional<Instant> instant(String secondes) {
        return secondes.matches("\\d{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(secondes)))
                : Optional.empty();
    }

    private static PublicKey lire(Path fichier) {
        try {
            var pem = Files.readString(fichier).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("La clé publique d’Ubble ne se lit pas : " + fichier, e);
        }
    }
}
