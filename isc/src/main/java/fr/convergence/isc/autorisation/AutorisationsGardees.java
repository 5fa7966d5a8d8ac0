package fr.convergence.isc.autorisation;

import fr.convergence.isc.autorisation.Autorisation.Jeton;
import fr.convergence.isc.autorisation.Autorisation.Sorte;
import fr.convergence.socle.chiffrement.Coffre;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Les autorisations, telles que Spring Security les écrit et les relit. Il ne connaît que des jetons en clair : celui qu'on lui
 * présente l'est, les autres n'ont qu'un nom de place, et ce qui est neuf est ce qui n'en a pas.
 */
@Component
final class AutorisationsGardees implements OAuth2AuthorizationService {

    /** Attribut d'une autorisation relue : le jeton qui l'a fait retrouver. */
    static final String PRESENTE = AutorisationsGardees.class.getName() + ".presente";

    /** Le temps de lire la page de consentement, ou de suivre une demande poussée. */
    private static final Duration DEMANDE = Duration.ofMinutes(10);

    private final JetonsEmis jetons;
    private final Coffre coffre;
    private final TransactionTemplate transactions;
    private final AutorisationRelue relue;

    AutorisationsGardees(JetonsEmis jetons, Coffre coffre, TransactionTemplate transactions, AutorisationRelue relue) {
        this.jetons = jetons;
        this.coffre = coffre;
        this.transactions = transactions;
        this.relue = relue;
    }

    @Override
    public void save(OAuth2Authorization autorisation) {
        var presente = Optional.<String>ofNullable(autorisation.getAttribute(PRESENTE));
        var gagne = transactions.execute(_ -> {
            if (presente.isEmpty()) {
                ouvrir(autorisation);
                return true;
            }
            return suivre(autorisation, presente.get());
        });
        if (!Boolean.TRUE.equals(gagne)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization autorisation) {
        if (!jetons.oublier(UUID.fromString(autorisation.getId()))) {
            // Une demande poussée ne sert qu'une fois : une autre l'a suivie d'abord.
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException("Une autorisation se retrouve par un de ses jetons");
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String valeur, @Nullable OAuth2TokenType type) {
        var trouvee = jetons.trouver(valeur)
                .filter(lue -> type == null || sorte(type) == lue.jeton().sorte());
        if (trouvee.isEmpty()) {
            return null;
        }
        var jeton = trouvee.get().jeton();
        return switch (jeton.sorte()) {
            case RENOUVELLEMENT -> {
                if (jeton.utilise()) {
                    // Présenté deux fois : l'un des deux porteurs l'a volé, on ne sait lequel.
                    jetons.revoquer(trouvee.get().id());
                    yield null;
                }
                yield relue.de(trouvee.get(), valeur);
            }
            case ETAT ->
                jeton.utilise() || jeton.expireLe().isBefore(Instant.now()) ? null : relue.de(trouvee.get(), valeur);
            case CODE, ACCES -> relue.de(trouvee.get(), valeur);
        };
    }

    private void ouvrir(OAuth2Authorization autorisation) {
        var id = UUID.fromString(autorisation.getId());
        var neufs = neufs(autorisation, Optional.empty());
        var demande = autorisation.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName());
        jetons.ouvrir(
                new Autorisation(
                        id,
                        UUID.fromString(autorisation.getRegisteredClientId()),
                        autorisation.getPrincipalName(),
                        autorisation.getAuthorizationGrantType().getValue(),
                        autorisation.getAuthorizedScopes(),
                        demande == null ? null : DemandeGardee.sceller(demande, id, coffre),
                        preuve(autorisation),
                        neufs.values().iterator().next()),
                fin(neufs));
        neufs.forEach((valeur, jeton) -> jetons.emettre(id, valeur, jeton));
    }

    /** @return faux si le jeton présenté a déjà servi : sa famille est alors révoquée */
    private boolean suivre(OAuth2Authorization autorisation, String presente) {
        var id = UUID.fromString(autorisation.getId());
        var neufs = neufs(autorisation, Optional.of(presente));
        if (neufs.isEmpty()) {
            invalider(autorisation, presente, id);
            return true;
        }
        if (!jetons.employer(presente)) {
            jetons.revoquer(id);
            return false;
        }
        jetons.prolonger(id, autorisation.getAuthorizedScopes(), fin(neufs));
        neufs.forEach((valeur, jeton) -> jetons.emettre(id, valeur, jeton));
        return true;
    }

    /** Un accès révoqué l'est seul ; un renouvellement l'est avec sa famille, comme un code présenté de nouveau. */
    private void invalider(OAuth2Authorization autorisation, String presente, UUID id) {
        var jeton = autorisation.getToken(presente);
        if (jeton != null && jeton.getToken() instanceof OAuth2AccessToken) {
            jetons.employer(presente);
        } else {
            jetons.revoquer(id);
        }
    }

    private static Map<String, Jeton> neufs(OAuth2Authorization autorisation, Optional<String> presente) {
        var neufs = new LinkedHashMap<String, Jeton>();
        var etat = autorisation.<String>getAttribute(OAuth2ParameterNames.STATE);
        if (etat != null) {
            var maintenant = Instant.now();
            neufs.put(
                    etat,
                    new Jeton(
                            Sorte.ETAT,
                            autorisation.getAuthorizedScopes(),
                            null,
                            maintenant,
                            maintenant.plus(DEMANDE),
                            false));
        }
        ajouter(neufs, autorisation, OAuth2AuthorizationCode.class, Sorte.CODE);
        ajouter(neufs, autorisation, OAuth2AccessToken.class, Sorte.ACCES);
        ajouter(neufs, autorisation, OAuth2RefreshToken.class, Sorte.RENOUVELLEMENT);
        presente.ifPresent(neufs::remove);
        neufs.remove(AutorisationRelue.PLACE);
        return neufs;
    }

    private static void ajouter(
            Map<String, Jeton> neufs,
            OAuth2Authorization autorisation,
            Class<? extends OAuth2Token> type,
            Sorte sorte) {
        var jeton = autorisation.getToken(type);
        if (jeton != null) {
            var emis = jeton.getToken();
            var portees =
                    emis instanceof OAuth2AccessToken acces ? acces.getScopes() : autorisation.getAuthorizedScopes();
            var maintenant = Instant.now();
            neufs.put(
                    emis.getTokenValue(),
                    new Jeton(
                            sorte,
                            portees,
                            cleLiee(jeton),
                            emis.getIssuedAt() == null ? maintenant : emis.getIssuedAt(),
                            emis.getExpiresAt() == null ? maintenant : emis.getExpiresAt(),
                            false));
        }
    }

    private static @Nullable String cleLiee(OAuth2Authorization.Token<?> jeton) {
        var dits = jeton.getClaims();
        return dits != null && dits.get("cnf") instanceof Map<?, ?> preuve && preuve.get("jkt") instanceof String cle
                ? cle
                : null;
    }

    private static Optional<PreuveDeConnexion> preuve(OAuth2Authorization autorisation) {
        var personne = autorisation.<Authentication>getAttribute(Principal.class.getName());
        return personne != null && personne.getDetails() instanceof PreuveDeConnexion preuve
                ? Optional.of(preuve)
                : Optional.empty();
    }

    private static Instant fin(Map<String, Jeton> neufs) {
        return neufs.values().stream()
                .map(Jeton::expireLe)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static @Nullable Sorte sorte(OAuth2TokenType type) {
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> Sorte.ETAT;
            case OAuth2ParameterNames.CODE -> Sorte.CODE;
            case OAuth2ParameterNames.ACCESS_TOKEN -> Sorte.ACCES;
            case OAuth2ParameterNames.REFRESH_TOKEN -> Sorte.RENOUVELLEMENT;
            default -> null;
        };
    }
}
