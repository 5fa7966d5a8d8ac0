package fr.convergence.socle.cledacces;

import fr.convergence.socle.acces.PersonneConnectee;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Les défis lancés aux clés : chacun attend dans la session qu'on y réponde, et ne sert qu'une fois. */
@Component
final class Defis {

    /** Une clé en train d'être créée. */
    record Creation(String nom, PublicKeyCredentialCreationOptions options) implements Serializable {}

    private static final String CREATION = "cledacces.creation";
    private static final String CONNEXION = "cledacces.connexion";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final WebAuthnRelyingPartyOperations ceremonies;

    Defis(WebAuthnRelyingPartyOperations ceremonies) {
        this.ceremonies = ceremonies;
    }

    /** Prépare la création d'une clé de ce nom. */
    void creer(PersonneConnectee qui, String nom, HttpSession session) {
        var authentification = UsernamePasswordAuthenticationToken.authenticated(qui, null, List.of());
        var options = ceremonies.createPublicKeyCredentialCreationOptions(() -> authentification);
        session.setAttribute(CREATION, new Creation(nom, options));
    }

    /** La création préparée, que la page peut remontrer. */
    Optional<Creation> creation(HttpSession session) {
        return session.getAttribute(CREATION) instanceof Creation creation ? Optional.of(creation) : Optional.empty();
    }

    /** La même, qui ne servira plus. */
    Optional<Creation> prendreCreation(HttpSession session) {
        var creation = creation(session);
        session.removeAttribute(CREATION);
        return creation;
    }

    /** Lance un défi à la clé de qui veut se connecter, inconnu jusqu'à sa réponse ; en JSON. */
    String connexion(HttpSession session) {
        var options = ceremonies.createCredentialRequestOptions(() -> null);
        session.setAttribute(CONNEXION, options);
        return JSON.writeValueAsString(options);
    }

    /** La réponse au défi de cette session ; vide si aucun n'attendait ou si elle est illisible. */
    Optional<RelyingPartyAuthenticationRequest> prendreConnexion(HttpSession session, String reponse) {
        var attendu = session.getAttribute(CONNEXION);
        session.removeAttribute(CONNEXION);
        return attendu instanceof PublicKeyCredentialRequestOptions options
                ? lire(reponse, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {})
                        .map(preuve -> new RelyingPartyAuthenticationRequest(options, preuve))
                : Optional.empty();
    }

    static Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> cleCreee(String reponse) {
        return lire(reponse, new TypeReference<>() {});
    }

    static String json(Creation creation) {
        return JSON.writeValueAsString(creation.options());
    }

    private static <T> Optional<T> lire(String reponse, TypeReference<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(reponse, type));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
