package fr.convergence.isc.federation;

import fr.convergence.isc.client.SecretsDesServices;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Comment un service prouve qui il est : nos empreintes de secrets, nos clés publiques. */
@Component
final class ClientsDeLaFederation {

    private final SecretsDesServices secrets;
    private final AssertionsDesServices assertions;

    ClientsDeLaFederation(SecretsDesServices secrets, AssertionsDesServices assertions) {
        this.secrets = secrets;
        this.assertions = assertions;
    }

    void brancher(OAuth2AuthorizationServerConfigurer serveur) {
        serveur.clientAuthentication(client -> client.errorResponseHandler(ErreursDuProtocole::auService)
                .authenticationProviders(fournisseurs -> {
                    for (var fournisseur : fournisseurs) {
                        switch (fournisseur) {
                            case ClientSecretAuthenticationProvider secret ->
                                secret.setPasswordEncoder(secrets.controle());
                            case JwtClientAssertionAuthenticationProvider assertion ->
                                assertion.setJwtDecoderFactory(assertions);
                            default -> {}
                        }
                    }
                }));
    }
}
