package fr.convergence.isc.client;

import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.socle.base.Uuid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Les services raccordés, tels que Spring Security les lit. */
@Component
final class ClientsDuProtocole implements RegisteredClientRepository {

    /** Le temps d'une redirection. */
    private static final Duration CODE = Duration.ofMinutes(1);

    private static final Duration ACCES = Duration.ofMinutes(10);

    /** La fin absolue d'une session (CNX-7). */
    private static final Duration RENOUVELLEMENT = Duration.ofHours(12);

    private final Services services;

    ClientsDuProtocole(Services services) {
        this.services = services;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Un service se raccorde par RaccorderService");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return Uuid.lire(id)
                .flatMap(services::actif)
                .map(ClientsDuProtocole::client)
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return services.actif(clientId).map(ClientsDuProtocole::client).orElse(null);
    }

    private static RegisteredClient client(Services.AvecSecret avecSecret) {
        var service = avecSecret.service();
        var regles = service.regles();
        var client = RegisteredClient.withId(service.id().toString())
                .clientId(service.clientId())
                .clientName(service.nom())
                .clientAuthenticationMethod(service.methode().methode())
                .authorizationGrantTypes(
                        octrois -> regles.octrois().forEach(octroi -> octrois.add(new AuthorizationGrantType(octroi))))
                .redirectUris(retours -> retours.addAll(regles.retours()))
                .postLogoutRedirectUris(retours -> retours.addAll(regles.retoursDeDeconnexion()))
                .scopes(portees -> portees.addAll(regles.portees()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(regles.consentement())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE)
                        .accessTokenTimeToLive(ACCES)
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .refreshTokenTimeToLive(RENOUVELLEMENT)
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(signature(regles.algorithme()))
                        .build());
        var secret = avecSecret.secret();
        return secret == null
                ? client.build()
                : client.clientSecret(SecretsDesServices.ecrit(secret)).build();
    }

    private static SignatureAlgorithm signature(AlgorithmeDeCle algorithme) {
        return switch (algorithme) {
            case RS256 -> SignatureAlgorithm.RS256;
            case ES256 -> SignatureAlgorithm.ES256;
        };
    }
}
