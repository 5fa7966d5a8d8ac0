package fr.convergence.socle.signature;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Le prestataire de signature, quand on en a un.
 *
 * @param adresse de son interface, sans barre finale : « https://api.yousign.app/v3 » ; absente, la plateforme fait signer
 *     elle-même
 * @param cle celle qu'il donne pour l'appeler
 * @param secret celui dont il signe ce qu'il envoie
 * @param delai d'une réponse
 */
@ConfigurationProperties("convergence.yousign")
record ReglagesDeYousign(
        @Nullable String adresse,
        @DefaultValue("") String cle,
        @DefaultValue("") String secret,
        @DefaultValue("20s") Duration delai) {

    @Override
    public String toString() {
        return "ReglagesDeYousign[" + adresse + "]";
    }
}
