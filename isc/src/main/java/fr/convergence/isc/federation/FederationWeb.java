package fr.convergence.isc.federation;

import com.nimbusds.jose.jwk.JWK;
import fr.convergence.isc.cle.ClesDeSignature;
import fr.convergence.socle.acces.PolitiqueDeContenu;
import fr.convergence.socle.courriel.Expediteur;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.http.converter.OidcUserInfoHttpMessageConverter;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.SecurityContextRepository;

/** La chaîne de filtres du fournisseur : celle de Spring Security, et ce que ce site y change. */
@Configuration(proxyBeanMethods = false)
class FederationWeb {

    @Bean
    static AuthorizationServerSettings adresses(Expediteur site) {
        return AuthorizationServerSettings.builder()
                .issuer(site.site())
                .authorizationEndpoint(Adresses.AUTORISATION)
                .pushedAuthorizationRequestEndpoint(Adresses.DEMANDES)
                .tokenEndpoint(Adresses.JETONS)
                .tokenIntrospectionEndpoint(Adresses.EXAMEN)
                .tokenRevocationEndpoint(Adresses.REVOCATION)
                .jwkSetEndpoint(Adresses.CLES)
                .oidcUserInfoEndpoint(Adresses.IDENTITE)
                .oidcLogoutEndpoint(Adresses.DECONNEXION)
                .build();
    }

    @Bean
    static JwtEncoder signature(ClesDeSignature cles) {
        var signature = new NimbusJwtEncoder(cles);
        // L'active vient la première ; les autres ne sont là que pour vérifier.
        signature.setJwkSelector(List<JWK>::getFirst);
        return signature;
    }

    @Bean
    @Order(1)
    SecurityFilterChain federation(
            HttpSecurity http,
            SecurityContextRepository contextes,
            LireLaDemande lecture,
            ExigerConnexion exigence,
            DeconnexionDemandee deconnexion,
            ReponseAuService reponses,
            ClientsDeLaFederation clients,
            LectureDIdentite identite)
            throws Exception {
        http.oauth2AuthorizationServer(serveur -> {
            http.securityMatcher(serveur.getEndpointsMatcher());
            clients.brancher(serveur);
            demandes(serveur, reponses);
            serveur.oidc(oidc -> oidc(oidc, identite));
            serveur.authorizationServerMetadataEndpoint(
                    lu -> lu.authorizationServerMetadataCustomizer(dit -> dit.claims(Decouverte::completer)));
        });
        http.addFilterBefore(deconnexion.filtre(), LogoutFilter.class)
                .addFilterBefore(lecture.filtre(), LogoutFilter.class)
                .addFilterBefore(exigence.filtre(), AuthorizationFilter.class);
        http.securityContext(contexte -> contexte.securityContextRepository(contextes));
        http.authorizeHttpRequests(routes -> routes.requestMatchers(Adresses.IDENTITE)
                .permitAll()
                .anyRequest()
                .authenticated());
        http.exceptionHandling(refus -> refus.authenticationEntryPoint(ErreursDuProtocole::auService));
        // Le jeton d'accès se lit dans PorteurDeJeton : la base le juge, il n'est pas signé.
        http.oauth2ResourceServer(porteur -> porteur.bearerTokenResolver(_ -> null));
        http.requestCache(retour -> retour.disable()).logout(sortie -> sortie.disable());
        http.headers(entetes -> entetes.contentSecurityPolicy(csp -> csp.policyDirectives(PolitiqueDeContenu.DU_SITE)));
        return http.build();
    }

    private static void demandes(OAuth2AuthorizationServerConfigurer serveur, ReponseAuService reponses) {
        serveur.authorizationEndpoint(demande -> demande.consentPage(Adresses.CONSENTEMENT)
                .authorizationResponseHandler(reponses)
                .errorResponseHandler(reponses)
                .authenticationProviders(FederationWeb::regler));
        serveur.pushedAuthorizationRequestEndpoint(demande -> demande.authenticationProviders(FederationWeb::regler));
    }

    private static void regler(List<AuthenticationProvider> fournisseurs) {
        for (var fournisseur : fournisseurs) {
            switch (fournisseur) {
                case OAuth2AuthorizationCodeRequestAuthenticationProvider demande -> {
                    demande.setAuthenticationValidator(new ControleDeLaDemande());
                    demande.setAuthorizationConsentRequired(ControleDeLaDemande::consentementRequis);
                }
                case OAuth2PushedAuthorizationRequestAuthenticationProvider poussee ->
                    poussee.setAuthenticationValidator(new ControleDeLaDemande());
                case OAuth2AuthorizationConsentAuthenticationProvider consentement ->
                    consentement.setAuthorizationConsentCustomizer(FederationWeb::refuser);
                default -> {}
            }
        }
    }

    /** Refuser, c'est refuser : ce qui avait été accepté un autre jour ne l'emporte pas. */
    private static void refuser(OAuth2AuthorizationConsentAuthenticationContext contexte) {
        OAuth2AuthorizationConsentAuthenticationToken choix = contexte.getAuthentication();
        if (choix.getScopes().isEmpty()) {
            contexte.getAuthorizationConsent().authorities(Set::clear);
        }
    }

    private static void oidc(OidcConfigurer oidc, LectureDIdentite identite) {
        oidc.providerConfigurationEndpoint(
                lu -> lu.providerConfigurationCustomizer(dit -> dit.claims(Decouverte::completer)));
        oidc.userInfoEndpoint(lu -> lu.userInfoRequestConverters(convertisseurs -> {
                    convertisseurs.clear();
                    convertisseurs.add(new PorteurDeJeton());
                })
                .userInfoMapper(identite)
                .userInfoResponseHandler(ecriture(identite))
                .errorResponseHandler(ErreursDuProtocole::auPorteur));
    }

    private static AuthenticationSuccessHandler ecriture(LectureDIdentite identite) {
        var json = new OidcUserInfoHttpMessageConverter();
        return (_, reponse, lue) -> {
            var dits = ((OidcUserInfoAuthenticationToken) lue).getUserInfo();
            if (dits == null) {
                throw new IllegalStateException("Identité lue sans rien dire");
            }
            var signee = identite.signee(dits);
            if (signee.isPresent()) {
                reponse.setContentType("application/jwt");
                reponse.getWriter().write(signee.get());
            } else {
                json.write(dits, null, new ServletServerHttpResponse(reponse));
            }
        };
    }
}
