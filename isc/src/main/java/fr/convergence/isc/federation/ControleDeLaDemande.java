package fr.convergence.isc.federation;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/** Ce que toute demande doit dire, dans l'adresse ou poussée : le retour d'abord, car rien n'y est renvoyé avant qu'il soit sûr. */
final class ControleDeLaDemande implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final Set<String> MODES = Set.of("query", "form_post");
    private static final Set<String> INVITES = Set.of("none", "login", "consent", "select_account");

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext contexte) {
        OAuth2AuthorizationCodeRequestAuthenticationToken demande = contexte.getAuthentication();
        var retour = demande.getRedirectUri();
        // Lettre à lettre : ni autre port, ni barre de plus, même vers la machine du visiteur.
        if (retour == null || !contexte.getRegisteredClient().getRedirectUris().contains(retour)) {
            throw refus(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri", demande, null);
        }
        if (demande.getAdditionalParameters().containsKey("request")) {
            throw refus("request_not_supported", "request", demande, retour);
        }
        var mode = demande.getAdditionalParameters().get("response_mode");
        if (mode != null && !(mode instanceof String dit && MODES.contains(dit))) {
            throw refus(OAuth2ErrorCodes.INVALID_REQUEST, "response_mode", demande, retour);
        }
        if (!anciennete(demande.getAdditionalParameters().get("max_age"))) {
            throw refus(OAuth2ErrorCodes.INVALID_REQUEST, "max_age", demande, retour);
        }
        var invites = demande.getAdditionalParameters().get("prompt");
        if (invites instanceof String dites && !INVITES.containsAll(List.of(dites.split(" ")))) {
            throw refus(OAuth2ErrorCodes.INVALID_REQUEST, "prompt", demande, retour);
        }
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(contexte);
    }

    /** Demandé quand le service le veut, ou que rien n'est encore accordé de ce qu'il demande. */
    static boolean consentementRequis(OAuth2AuthorizationCodeRequestAuthenticationContext contexte) {
        var demande = contexte.getAuthorizationRequest();
        if (demande == null) {
            return true;
        }
        if (String.valueOf(demande.getAdditionalParameters().get("prompt")).contains("consent")) {
            return true;
        }
        var donne = contexte.getAuthorizationConsent();
        return contexte.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()
                && (donne == null || !donne.getScopes().containsAll(demande.getScopes()));
    }

    private static boolean anciennete(@Nullable Object secondes) {
        return secondes == null || secondes instanceof String dites && dites.matches("[0-9]{1,9}");
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refus(
            String erreur,
            String parametre,
            OAuth2AuthorizationCodeRequestAuthenticationToken demande,
            @Nullable String retour) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(erreur, "OAuth 2.0 Parameter: " + parametre, null),
                new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        demande.getAuthorizationUri(),
                        demande.getClientId(),
                        (Authentication) demande.getPrincipal(),
                        retour,
                        demande.getState(),
                        demande.getScopes(),
                        demande.getAdditionalParameters()));
    }
}
