package fr.convergence.isc.autorisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** Ce que chaque personne a accepté de transmettre à chaque service. */
@Component
final class Consentements implements OAuth2AuthorizationConsentService {

    private final JdbcClient base;
    private final Clock horloge;

    Consentements(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consentement) {
        base.sql("""
                insert into autorisation_consentement (client, titulaire, portees, donne_le) values (?, ?, ?, ?)
                on conflict (client, titulaire) do update set portees = excluded.portees, donne_le = excluded.donne_le
                """)
                .params(
                        UUID.fromString(consentement.getRegisteredClientId()),
                        consentement.getPrincipalName(),
                        consentement.getScopes().toArray(String[]::new),
                        Timestamp.from(horloge.instant()))
                .update();
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consentement) {
        base.sql("delete from autorisation_consentement where client = ? and titulaire = ?")
                .params(UUID.fromString(consentement.getRegisteredClientId()), consentement.getPrincipalName())
                .update();
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String titulaire) {
        return base.sql("select portees from autorisation_consentement where client = ? and titulaire = ?")
                .params(UUID.fromString(client), titulaire)
                .query((ligne, _) -> {
                    var donne = OAuth2AuthorizationConsent.withId(client, titulaire);
                    for (var portee : (String[]) ligne.getArray("portees").getArray()) {
                        donne.scope(portee);
                    }
                    return donne.build();
                })
                .optional()
                .orElse(null);
    }
}
