package fr.convergence.isc.autorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.Coffre;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.databind.json.JsonMapper;

/** La demande d'un service, scellée le temps de son autorisation : ses valeurs à usage unique ne se lisent pas dans la base. */
record DemandeGardee(
        String uri,
        String clientId,
        @Nullable String retour,
        Set<String> portees,
        @Nullable String etat,
        Map<String, Object> parametres) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static byte[] sceller(OAuth2AuthorizationRequest demande, UUID autorisation, Coffre coffre) {
        var gardee = new DemandeGardee(
                demande.getAuthorizationUri(),
                demande.getClientId(),
                demande.getRedirectUri(),
                demande.getScopes(),
                demande.getState(),
                demande.getAdditionalParameters());
        return coffre.sceller(JSON.writeValueAsString(gardee).getBytes(UTF_8), contexte(autorisation));
    }

    static OAuth2AuthorizationRequest ouvrir(byte[] scellee, UUID autorisation, Coffre coffre) {
        var gardee = JSON.readValue(coffre.ouvrir(scellee, contexte(autorisation)), DemandeGardee.class);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(gardee.uri())
                .clientId(gardee.clientId())
                .redirectUri(gardee.retour())
                .scopes(gardee.portees())
                .state(gardee.etat())
                .additionalParameters(gardee.parametres())
                .build();
    }

    private static String contexte(UUID autorisation) {
        return "autorisation/" + autorisation;
    }
}
