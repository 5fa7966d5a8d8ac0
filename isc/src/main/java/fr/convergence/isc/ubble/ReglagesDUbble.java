package fr.convergence.isc.ubble;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Ubble (version 2 de son interface), quand on l'a.
 *
 * @param adresse de son interface, sans barre finale : « https://api.ubble.ai » ; absente, le site filme lui-même
 * @param utilisateur celui qu'il donne pour l'appeler, et {@code motDePasse} le sien
 * @param parcours celui qu'il a réglé pour nous ; vide, son parcours par défaut
 * @param clePublique fichier PEM de la clé dont il signe ce qu'il envoie
 * @param certificat le nôtre, PKCS#12, pour son TLS mutuel ; absent, il n'en demande pas
 * @param delai d'une réponse
 */
@ConfigurationProperties("convergence.ubble")
record ReglagesDUbble(
        @Nullable String adresse,
        @DefaultValue("") String utilisateur,
        @DefaultValue("") String motDePasse,
        @DefaultValue("") String parcours,
        @Nullable Path clePublique,
        @Nullable Path certificat,
        @DefaultValue("") String motDePasseDuCertificat,
        @DefaultValue("10s") Duration delai) {

    @Override
    public String toString() {
        return "ReglagesDUbble[" + adresse + "]";
    }
}
