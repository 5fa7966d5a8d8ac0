package fr.convergence.isc.federation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ce qu'un service demande, qu'il l'ait mis dans l'adresse, poussé d'abord, ou que la personne vienne d'y consentir. */
record DemandeRecue(
        String clientId,
        @Nullable String retour,
        @Nullable String etat,
        Set<String> portees,
        Map<String, String> parametres) {

    /** Attribut de la requête. */
    static final String ATTRIBUT = DemandeRecue.class.getName();

    private static final JsonMapper JSON = JsonMapper.shared();

    static DemandeRecue directe(Map<String, String> parametres) {
        return new DemandeRecue(
                parametres.getOrDefault("client_id", ""),
                parametres.get("redirect_uri"),
                parametres.get("state"),
                mots(parametres.get("scope")),
                parametres);
    }

    static DemandeRecue gardee(OAuth2AuthorizationRequest gardee) {
        var parametres = new HashMap<String, String>();
        gardee.getAdditionalParameters().forEach((nom, valeur) -> parametres.put(nom, String.valueOf(valeur)));
        return new DemandeRecue(
                gardee.getClientId(), gardee.getRedirectUri(), gardee.getState(), gardee.getScopes(), parametres);
    }

    Optional<String> parametre(String nom) {
        return Optional.ofNullable(parametres.get(nom)).filter(valeur -> !valeur.isEmpty());
    }

    /** Ce qui la distingue de toute autre : ses valeurs à usage unique. */
    String marque() {
        return String.join(
                "\n",
                clientId,
                String.valueOf(etat),
                parametres.getOrDefault("nonce", ""),
                parametres.getOrDefault("code_challenge", ""));
    }

    /** Ce que « prompt » demande. */
    boolean demande(String invite) {
        return mots(parametres.get("prompt")).contains(invite);
    }

    /** Une personne choisie de nouveau, ou qui prouve de nouveau qui elle est. */
    boolean reconnexion() {
        return demande("login") || demande("select_account");
    }

    /** @throws NumberFormatException que {@link ControleDeLaDemande} a déjà refusé */
    Optional<Duration> anciennete() {
        return parametre("max_age").map(secondes -> Duration.ofSeconds(Long.parseLong(secondes)));
    }

    List<String> niveauxSouhaites() {
        return List.copyOf(mots(parametres.get("acr_values")));
    }

    /** Ceux que « claims » exige du jeton d'identité (OpenID Connect Core 5.5.1.1), comme ProConnect les demande. */
    List<String> niveauxExiges() {
        var acr = claims().path("id_token").path("acr");
        if (!acr.path("essential").asBoolean(false)) {
            return List.of();
        }
        var exiges = new ArrayList<String>();
        acr.path("value").asStringOpt().ifPresent(exiges::add);
        acr.path("values").forEach(valeur -> valeur.asStringOpt().ifPresent(exiges::add));
        return exiges;
    }

    private JsonNode claims() {
        try {
            return JSON.readTree(parametres.getOrDefault("claims", "{}"));
        } catch (JacksonException _) {
            // Un paramètre que l'on ne comprend pas s'ignore.
            return JSON.createObjectNode();
        }
    }

    private static Set<String> mots(@Nullable String valeur) {
        return valeur == null || valeur.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(new LinkedHashSet<>(List.of(valeur.split(" "))));
    }
}
