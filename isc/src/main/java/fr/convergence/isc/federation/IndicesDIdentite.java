package fr.convergence.isc.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import fr.convergence.isc.cle.ClesDeSignature;
import fr.convergence.socle.courriel.Expediteur;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Un jeton d'identité que ce site a signé et qu'un service lui montre (id_token_hint) ; périmé, il dit encore de qui il est. */
@Component
final class IndicesDIdentite {

    record Indice(String sujet, String clientId, @Nullable String session) {}

    private final NimbusJwtDecoder lecteur;
    private final String emetteur;

    IndicesDIdentite(ClesDeSignature cles, Expediteur site) {
        var processus = new DefaultJWTProcessor<SecurityContext>();
        processus.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), cles));
        // Ni durée, ni destinataire : ce qui en est lu dit à qui le comparer.
        processus.setJWTClaimsSetVerifier((_, _) -> {});
        this.lecteur = new NimbusJwtDecoder(processus);
        this.lecteur.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        this.emetteur = site.site();
    }

    Optional<Indice> lire(String jeton) {
        try {
            var lu = lecteur.decode(jeton);
            var client = lu.getAudience() == null
                    ? Optional.<String>empty()
                    : lu.getAudience().stream().findFirst();
            var sujet = lu.getSubject();
            return emetteur.equals(lu.getClaimAsString("iss")) && sujet != null
                    ? client.map(clientId -> new Indice(sujet, clientId, lu.getClaimAsString("sid")))
                    : Optional.empty();
        } catch (JwtException _) {
            return Optional.empty();
        }
    }
}
