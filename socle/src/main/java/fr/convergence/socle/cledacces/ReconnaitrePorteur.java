package fr.convergence.socle.cledacces;

import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.cledacces.Porteurs.Porteur;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** Le compte dont la clé a bien répondu au défi. */
@Component
final class ReconnaitrePorteur {

    private static final Logger TRACES = LoggerFactory.getLogger(ReconnaitrePorteur.class);

    private final WebAuthnRelyingPartyOperations ceremonies;

    ReconnaitrePorteur(WebAuthnRelyingPartyOperations ceremonies) {
        this.ceremonies = ceremonies;
    }

    Optional<UUID> executer(RelyingPartyAuthenticationRequest preuve) {
        try {
            return Optional.ofNullable(ceremonies.authenticate(preuve)).map(qui -> Porteur.compte(qui.getId()));
        } catch (RuntimeException refus) {
            if (refus instanceof DataAccessException || EchecPassager.est(refus)) {
                throw refus;
            }
            // Clé inconnue, signature fausse, compteur qui recule, porteur non vérifié : la réponse est la même.
            TRACES.info("Connexion par clé d’accès refusée : {}", refus.getMessage());
            return Optional.empty();
        }
    }
}
