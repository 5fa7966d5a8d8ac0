package fr.convergence.isc.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un service où l'on se connecte par ce site.
 *
 * @param clientId son nom dans le protocole
 * @param adresse où mène « Accéder »
 * @param cles ses clés publiques (JWK Set), quand il prouve ainsi qui il est
 */
public record ServiceRaccorde(
        UUID id,
        String clientId,
        String nom,
        String description,
        String adresse,
        MethodeDeClient methode,
        @Nullable String cles,
        ReglesDeService regles,
        boolean actif,
        long version) {}
