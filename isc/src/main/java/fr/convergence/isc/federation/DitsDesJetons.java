package fr.convergence.isc.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import fr.convergence.isc.autorisation.PreuveDeConnexion;
import fr.convergence.isc.autorisation.PreuvesUneFois;
import fr.convergence.isc.client.Services;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Ce que disent les jetons, et ce qui est contrôlé une dernière fois avant d'en donner. */
@Configuration(proxyBeanMethods = false)
class DitsDesJetons {

    /** Une preuve de possession ne vaut que trente secondes autour de son instant ; au-delà, elle se refuse d'elle-même. */
    private static final Duration PREUVE = Duration.ofMinutes(2);

    @Bean
    OAuth2TokenCustomizer<OAuth2TokenClaimsContext> ditsDeLAcces(
            Titulaires titulaires, Services services, PreuvesUneFois preuves) {
        return contexte -> {
            Jwt preuve = contexte.get(OAuth2TokenContext.DPOP_PROOF_KEY);
            if (preuve != null && !premiere(preuve, preuves)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
            }
            if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(contexte.getAuthorizationGrantType())) {
                exigerOuvert(contexte, titulaires, services);
            }
        };
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> ditsDeLIdentite() {
        return contexte -> {
            if (!OidcParameterNames.ID_TOKEN.equals(contexte.getTokenType().getValue())) {
                return;
            }
            Authentication personne = contexte.getPrincipal();
            if (personne != null && personne.getDetails() instanceof PreuveDeConnexion preuve) {
                contexte.getClaims()
                        .claim("sid", preuve.session())
                        .claim("auth_time", preuve.le().getEpochSecond())
                        .claim("acr", preuve.acr())
                        .claim("amr", preuve.amr());
            }
            var autorisation = contexte.getAuthorization();
            var acces = autorisation == null ? null : autorisation.getAccessToken();
            if (acces != null) {
                contexte.getClaims().claim("at_hash", moitie(acces.getToken().getTokenValue()));
            }
        };
    }

    /** Un compte désactivé, ou à qui le service s'est fermé depuis, n'en reçoit plus rien. */
    private static void exigerOuvert(OAuth2TokenContext contexte, Titulaires titulaires, Services services) {
        Authentication personne = contexte.getPrincipal();
        var titulaire = personne == null ? Optional.<Titulaire>empty() : titulaires.actif(personne.getName());
        var ouvert = titulaire.flatMap(
                qui -> services.designe(contexte.getRegisteredClient().getClientId())
                        .filter(service -> service.regles().fonctions().contains(qui.fonction())));
        if (ouvert.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    static boolean premiere(Jwt preuve, PreuvesUneFois preuves) {
        var numero = preuve.getId();
        return numero != null
                && preuves.premiere(
                        empreinteDeLaCle(preuve), numero, Instant.now().plus(PREUVE));
    }

    static String empreinteDeLaCle(Jwt preuve) {
        try {
            @SuppressWarnings("unchecked")
            var cle = (Map<String, Object>) preuve.getHeaders().get("jwk");
            return JWK.parse(cle).computeThumbprint().toString();
        } catch (ParseException | JOSEException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
        }
    }

    /** OpenID Connect Core 3.1.3.6, pour RS256 comme pour ES256. */
    private static String moitie(String jeton) {
        try {
            var empreinte = MessageDigest.getInstance("SHA-256").digest(jeton.getBytes(US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(empreinte, empreinte.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
