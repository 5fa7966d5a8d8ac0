package fr.convergence.socle.chiffrement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/**
 * Chiffre et déchiffre des flux par tranches authentifiées ; chaque flux tire de la clé une sous-clé à lui.
 *
 * <p>À la lecture, une tranche n'est rendue qu'une fois vérifiée ; une tranche altérée, absente ou déplacée interrompt la
 * lecture par une {@link IOException}. Ce qui précède est alors déjà lu : le lecteur coupe sa réponse.
 */
public final class CleDeFlux {

    private final StreamingAead flux;

    CleDeFlux(StreamingAead flux) {
        this.flux = flux;
    }

    /** Fermer le flux rendu écrit la dernière tranche et ferme {@code vers} ; sans cela rien n'est lisible. */
    public OutputStream chiffrer(OutputStream vers, String contexte) throws IOException {
        try {
            return flux.newEncryptingStream(vers, contexte.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("Chiffrement impossible : " + contexte, e);
        }
    }

    public InputStream dechiffrer(InputStream de, String contexte) throws IOException {
        try {
            return flux.newDecryptingStream(de, contexte.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("Déchiffrement impossible : " + contexte, e);
        }
    }

    /** Lit à partir d'un endroit quelconque, au prix d'une tranche. */
    public SeekableByteChannel canal(SeekableByteChannel de, String contexte) throws IOException {
        try {
            return flux.newSeekableDecryptingChannel(de, contexte.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("Déchiffrement impossible : " + contexte, e);
        }
    }
}
