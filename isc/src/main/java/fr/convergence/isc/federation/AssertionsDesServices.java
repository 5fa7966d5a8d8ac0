package fr.convergence.isc.federation;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import fr.convergence.isc.autorisation.PreuvesUneFois;
import fr.convergence.isc.client.Services;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Ce qu'un service signe de sa clé pour prouver qui il est (private_key_jwt). Ses clés se relisent à chaque fois dans la base, où
 * l'opérateur les change : celle de Spring Security les retiendrait jusqu'au redémarrage, et irait les chercher chez lui.
 */
@Component
final class AssertionsDesServices implements JwtDecoderFactory<RegisteredClient> {

    /** Une assertion se signe pour une demande. */
    private static final Duration DUREE = Duration.ofMinutes(5);

    private static final OAuth2TokenValidatorResult REFUS =
            OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));

    private final Services services;
    private final PreuvesUneFois preuves;

    AssertionsDesServices(Services services, PreuvesUneFois preuves) {
        this.services = services;
        this.preuves = preuves;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var lecteur = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(cles(client)))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.PS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        lecteur.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client), uneFois(client)));
        return lecteur;
    }

    private JWKSet cles(RegisteredClient client) {
        try {
            return JWKSet.parse(services.designe(client.getClientId())
                    .map(service -> String.valueOf(service.cles()))
                    .orElse(""));
        } catch (ParseException _) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }

    private OAuth2TokenValidator<Jwt> uneFois(RegisteredClient client) {
        return assertion -> {
            var fin = assertion.getExpiresAt();
            var numero = assertion.getId();
            return fin != null
                            && numero != null
                            && fin.isBefore(Instant.now().plus(DUREE).plusSeconds(60))
                            && preuves.premiere(client.getId(), numero, fin.plusSeconds(60))
                    ? OAuth2TokenValidatorResult.success()
                    : REFUS;
        };
    }
}
