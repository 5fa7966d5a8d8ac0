package fr.convergence.mesures.charge;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;

/** Ce que coûte à lui seul le chiffrement d'un fichier, aux réglages du coffre : l'envoi se juge sans lui. */
final class Chiffrement {

    private static final int TRANCHE = 128 * 1024; // Coffre.TRANCHE
    private static final int FOIS = 40;

    private Chiffrement() {}

    /** Millisecondes de processeur pour ces octets, code chaud. */
    static double mesurer(byte[] octets) throws IOException {
        try {
            StreamingAeadConfig.register();
            var parametres = AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(TRANCHE)
                    .build();
            var flux =
                    KeysetHandle.generateNew(parametres).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
            chiffrer(flux, octets);
            return chiffrer(flux, octets) / 1e6 / FOIS;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long chiffrer(StreamingAead flux, byte[] octets) throws IOException, GeneralSecurityException {
        var fils = ManagementFactory.getThreadMXBean();
        var debut = fils.getCurrentThreadCpuTime();
        for (var fois = 0; fois < FOIS; fois++) {
            try (var sortie = flux.newEncryptingStream(OutputStream.nullOutputStream(), new byte[0])) {
                sortie.write(octets);
            }
        }
        return fils.getCurrentThreadCpuTime() - debut;
    }
}
