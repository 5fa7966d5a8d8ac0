package fr.convergence.socle.signature;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Où est le certificat de la plateforme.
 *
 * @param certificat un fichier PKCS#12, sa clé et sa chaîne ; à côté du trousseau s'il n'est pas dit
 */
@ConfigurationProperties("convergence.signature")
record ReglagesDeSignature(
        @Nullable Path certificat, @DefaultValue("") String motDePasse) {

    @Override
    public String toString() {
        return "ReglagesDeSignature[" + certificat + "]";
    }
}
