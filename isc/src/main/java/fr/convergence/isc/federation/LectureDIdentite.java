package fr.convergence.isc.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.isc.autorisation.PreuvesUneFois;
import fr.convergence.isc.client.Services;
import fr.convergence.isc.federation.PorteurDeJeton.Presentation;
import fr.convergence.socle.courriel.Expediteur;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.DPoPProofContext;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.stereotype.Component;

/** Ce qu'un service lit d'une personne avec son jeton d'accès (userinfo) : ce que ses portées disent, à l'instant où il lit. */
@Component
final class LectureDIdentite implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

    /** Ce qu'une réponse signée doit à qui la demande : posé par la lecture, repris par qui l'écrit, jamais rendu en JSON. */
    private static final String SIGNER = "signer";

    private final Titulaires titulaires;
    private final Services services;
    private final PreuvesUneFois preuves;
    private final JwtEncoder signature;
    private final String emetteur;
    private final DPoPProofJwtDecoderFactory possession = new DPoPProofJwtDecoderFactory();

    LectureDIdentite(
            Titulaires titulaires, Services services, PreuvesUneFois preuves, JwtEncoder signature, Expediteur site) {
        this.titulaires = titulaires;
        this.services = services;
        this.preuves = preuves;
        this.signature = signature;
        this.emetteur = site.site();
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext contexte) {
        var jeton = contexte.getAccessToken();
        var demande = (OidcUserInfoAuthenticationToken) contexte.getAuthentication();
        exigerLePorteur(contexte.getAuthorization(), jeton, presentation(demande));
        var personne = titulaires
                .actif(contexte.getAuthorization().getPrincipalName())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
        var service = services.un(UUID.fromString(contexte.getAuthorization().getRegisteredClientId()))
                .orElseThrow();
        var dits = Portee.dits(personne, jeton.getScopes());
        if (service.regles().identiteSignee()) {
            dits.put(
                    SIGNER,
                    List.of(service.clientId(), service.regles().algorithme().name()));
        }
        return new OidcUserInfo(dits);
    }

    /** La réponse signée, quand le service la veut ainsi ; vide sinon. */
    Optional<String> signee(OidcUserInfo dits) {
        if (!(dits.getClaims().get(SIGNER) instanceof List<?> pour)) {
            return Optional.empty();
        }
        var algorithme = SignatureAlgorithm.from(String.valueOf(pour.getLast()));
        var claims = JwtClaimsSet.builder()
                .claims(tous -> {
                    tous.putAll(dits.getClaims());
                    tous.remove(SIGNER);
                })
                .issuer(emetteur)
                .audience(List.of(String.valueOf(pour.getFirst())))
                .issuedAt(Instant.now())
                .build();
        return Optional.of(signature
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(algorithme == null ? SignatureAlgorithm.RS256 : algorithme)
                                .build(),
                        claims))
                .getTokenValue());
    }

    /** Un jeton lié à une clé ne vaut rien dans d'autres mains ; un jeton qui ne l'est pas ne se présente pas comme s'il l'était. */
    private void exigerLePorteur(OAuth2Authorization autorisation, OAuth2AccessToken jeton, Presentation presentation) {
        var relu = autorisation.getAccessToken();
        var liee = relu != null && relu.getClaims() != null && relu.getClaims().get("cnf") instanceof Map<?, ?> preuve
                ? preuve.get("jkt")
                : null;
        if ((liee != null) != presentation.dpop()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
        }
        if (liee == null) {
            return;
        }
        var presentee = presentation.preuve();
        if (presentee == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
        }
        var contexte = DPoPProofContext.withDPoPProof(presentee)
                .method(presentation.methode())
                .targetUri(presentation.adresse())
                .build();
        try {
            var lue = possession.createDecoder(contexte).decode(presentee);
            if (!liee.equals(DitsDesJetons.empreinteDeLaCle(lue))
                    || !empreinte(jeton.getTokenValue()).equals(lue.getClaimAsString("ath"))
                    || !DitsDesJetons.premiere(lue, preuves)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
            }
        } catch (JwtException _) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
        }
    }

    private static Presentation presentation(OidcUserInfoAuthenticationToken demande) {
        return demande.getPrincipal() instanceof Authentication porteur
                        && porteur.getDetails() instanceof Presentation presentation
                ? presentation
                : new Presentation(false, null, "", "");
    }

    private static String empreinte(String jeton) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(jeton.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
