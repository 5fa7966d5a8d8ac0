package fr.convergence.isc.autorisation;

import fr.convergence.isc.autorisation.Autorisation.Jeton;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.courriel.Expediteur;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Rend à Spring Security une autorisation lue dans la base : ses jetons, la demande, la personne réduite à son nom. */
@Component
final class AutorisationRelue {

    /** Ce qui tient lieu d'un jeton que la base ne sait pas dire. */
    static final String PLACE = "#";

    private final RegisteredClientRepository clients;
    private final Coffre coffre;
    private final String emetteur;

    AutorisationRelue(RegisteredClientRepository clients, Coffre coffre, Expediteur site) {
        this.clients = clients;
        this.coffre = coffre;
        this.emetteur = site.site();
    }

    /** Rien si le service n'est plus raccordé. */
    @Nullable
    OAuth2Authorization de(Autorisation lue, String valeur) {
        var client = clients.findById(lue.client().toString());
        if (client == null) {
            return null;
        }
        var personne = UsernamePasswordAuthenticationToken.authenticated(lue.titulaire(), null, List.of());
        lue.preuve().ifPresent(personne::setDetails);
        var relue = OAuth2Authorization.withRegisteredClient(client)
                .id(lue.id().toString())
                .principalName(lue.titulaire())
                .authorizationGrantType(new AuthorizationGrantType(lue.octroi()))
                .authorizedScopes(lue.portees())
                .attribute(Principal.class.getName(), personne)
                .attribute(AutorisationsGardees.PRESENTE, valeur);
        var demande = lue.demande();
        if (demande != null) {
            relue.attribute(
                    OAuth2AuthorizationRequest.class.getName(), DemandeGardee.ouvrir(demande, lue.id(), coffre));
        }
        jetons(relue, client, lue, valeur);
        return relue.build();
    }

    private void jetons(OAuth2Authorization.Builder relue, RegisteredClient client, Autorisation lue, String valeur) {
        var jeton = lue.jeton();
        switch (jeton.sorte()) {
            case ETAT -> relue.attribute(OAuth2ParameterNames.STATE, valeur);
            case CODE -> {
                relue.token(new OAuth2AuthorizationCode(valeur, jeton.emisLe(), jeton.expireLe()), utilise(jeton));
                if (jeton.utilise()) {
                    // Ce qu'il a donné : de quoi être révoqué.
                    relue.token(acces(PLACE, jeton));
                }
            }
            case ACCES ->
                relue.token(acces(valeur, jeton), dit -> {
                    utilise(jeton).accept(dit);
                    dit.put(Token.CLAIMS_METADATA_NAME, dits(client, lue));
                });
            case RENOUVELLEMENT ->
                relue.token(new OAuth2RefreshToken(valeur, jeton.emisLe(), jeton.expireLe()), utilise(jeton));
        }
        if (lue.portees().contains(OidcScopes.OPENID)) {
            relue.token(new OidcIdToken(PLACE, jeton.emisLe(), jeton.expireLe(), Map.of("sub", lue.titulaire())));
        }
    }

    private static OAuth2AccessToken acces(String valeur, Jeton jeton) {
        var type = jeton.cleLiee() == null ? OAuth2AccessToken.TokenType.BEARER : OAuth2AccessToken.TokenType.DPOP;
        return new OAuth2AccessToken(type, valeur, jeton.emisLe(), jeton.expireLe(), jeton.portees());
    }

    private static Consumer<Map<String, Object>> utilise(Jeton jeton) {
        return dit -> dit.put(Token.INVALIDATED_METADATA_NAME, jeton.utilise());
    }

    /** Ce qu'un service apprend d'un jeton qu'il fait examiner. */
    private Map<String, Object> dits(RegisteredClient client, Autorisation lue) {
        var jeton = lue.jeton();
        var dits = new HashMap<String, Object>();
        dits.put("iss", emetteur);
        dits.put("sub", lue.titulaire());
        dits.put("aud", List.of(client.getClientId()));
        dits.put("iat", jeton.emisLe());
        dits.put("exp", jeton.expireLe());
        dits.put("scope", jeton.portees());
        if (jeton.cleLiee() != null) {
            dits.put("cnf", Map.of("jkt", jeton.cleLiee()));
        }
        return dits;
    }
}
