package fr.convergence.isc.federation;

import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.client.MethodeDeClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Ce que le fournisseur dit de lui-même : ce qu'il sait faire, et rien de plus. */
final class Decouverte {

    private static final List<String> ALGORITHMES =
            Arrays.stream(AlgorithmeDeCle.values()).map(Enum::name).toList();
    private static final List<String> METHODES =
            Arrays.stream(MethodeDeClient.values()).map(MethodeDeClient::nom).toList();
    private static final List<String> SIGNATURES = List.of("RS256", "PS256", "ES256");

    private Decouverte() {}

    static void completer(Map<String, Object> dits) {
        dits.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        dits.put("response_modes_supported", List.of("query", "form_post"));
        dits.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        dits.put("scopes_supported", Portee.noms());
        dits.put("claims_supported", Portee.nomsDits());
        dits.put("acr_values_supported", Niveaux.tous());
        dits.put("ui_locales_supported", List.of("fr", "en"));
        dits.put("id_token_signing_alg_values_supported", ALGORITHMES);
        dits.put("userinfo_signing_alg_values_supported", ALGORITHMES);
        dits.put("dpop_signing_alg_values_supported", SIGNATURES);
        for (var point : List.of("token", "introspection", "revocation")) {
            dits.put(point + "_endpoint_auth_methods_supported", METHODES);
            dits.put(point + "_endpoint_auth_signing_alg_values_supported", SIGNATURES);
        }
        dits.put("authorization_response_iss_parameter_supported", true);
        dits.put("request_parameter_supported", false);
        dits.put("request_uri_parameter_supported", false);
        dits.put("backchannel_logout_supported", true);
        dits.put("backchannel_logout_session_supported", true);
        dits.remove("tls_client_certificate_bound_access_tokens");
    }
}
