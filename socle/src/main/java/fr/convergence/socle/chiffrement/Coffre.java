package fr.convergence.socle.chiffrement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import java.security.GeneralSecurityException;

/**
 * Scelle de petites valeurs (corps de courriel, secret de second facteur) et fabrique la clé propre à chaque fichier.
 *
 * <p>Le contexte (« courriel/0192… ») est lié au scellé sans y être écrit : une valeur recopiée dans une autre ligne ne
 * s'ouvre plus.
 */
public final class Coffre {

    /**
     * 128 Kio par tranche et non le mégaoctet usuel : un envoi tient deux tranches en mémoire, et il y a beaucoup d'envois
     * à la fois.
     */
    private static final int TRANCHE = 128 * 1024;

    private final Aead aead;

    Coffre(Aead aead) {
        this.aead = aead;
    }

    public byte[] sceller(byte[] clair, String contexte) {
        try {
            return aead.encrypt(clair, contexte.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Scellement impossible : " + contexte, e);
        }
    }

    /** @throws ScellementInvalide si la valeur ou le contexte n'est plus celui qui a été scellé */
    public byte[] ouvrir(byte[] scelle, String contexte) {
        try {
            return aead.decrypt(scelle, contexte.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new ScellementInvalide("Valeur scellée illisible : " + contexte, e);
        }
    }

    /** Une clé de flux neuve, scellée : l'effacer rend illisible, jusque dans les sauvegardes, ce qu'elle a chiffré. */
    public byte[] nouvelleCle(String contexte) {
        try {
            var cle = KeysetHandle.generateNew(AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(TRANCHE)
                    .build());
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(cle, aead, contexte.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Fabrication de clé impossible : " + contexte, e);
        }
    }

    /** @throws ScellementInvalide si la clé ou le contexte n'est plus celui qui a été scellé */
    public CleDeFlux cle(byte[] scellee, String contexte) {
        try {
            var cle = TinkProtoKeysetFormat.parseEncryptedKeyset(scellee, aead, contexte.getBytes(UTF_8));
            return new CleDeFlux(cle.getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        } catch (GeneralSecurityException e) {
            throw new ScellementInvalide("Clé scellée illisible : " + contexte, e);
        }
    }
}
