package fr.convergence.isc.client;

import com.nimbusds.jose.jwk.JWKSet;
import fr.convergence.socle.base.Uuid;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Raccorde un service, le change, lui donne un secret neuf. Rien n'attend un redémarrage. */
@Component
public final class RaccorderService {

    public sealed interface Resultat {

        /** @param secret montré une fois, à l'opérateur ; absent quand le service prouve qui il est par sa clé */
        record Raccorde(ServiceRaccorde service, Optional<String> secret) implements Resultat {}

        record DejaPris() implements Resultat {}

        /** Les clés ne se lisent pas, ou portent une partie privée. */
        record ClesIllisibles() implements Resultat {}
    }

    private final Services services;
    private final SecretsDesServices secrets;

    RaccorderService(Services services, SecretsDesServices secrets) {
        this.services = services;
        this.secrets = secrets;
    }

    /** @param cles ses clés publiques (JWK Set), pour {@link MethodeDeClient#CLE_PRIVEE} */
    public Resultat executer(
            String clientId,
            String nom,
            String description,
            String adresse,
            MethodeDeClient methode,
            @Nullable String cles,
            ReglesDeService regles) {
        var parCle = methode == MethodeDeClient.CLE_PRIVEE;
        if (parCle && !lisibles(cles)) {
            return new Resultat.ClesIllisibles();
        }
        var secret = parCle ? null : SecretsDesServices.nouveau();
        var service = new ServiceRaccorde(
                Uuid.v7(), clientId, nom, description, adresse, methode, parCle ? cles : null, regles, true, 0);
        return services.creer(service, secret == null ? null : secrets.empreinte(secret))
                ? new Resultat.Raccorde(service, Optional.ofNullable(secret))
                : new Resultat.DejaPris();
    }

    /** Son nom dans le protocole et sa méthode ne changent pas. Faux si un autre opérateur l'a changé depuis. */
    public boolean changer(ServiceRaccorde service) {
        return (service.methode() != MethodeDeClient.CLE_PRIVEE || lisibles(service.cles()))
                && services.changer(service);
    }

    /** L'ancien ne vaut plus rien. Vide si le service n'en a pas. */
    public Optional<String> nouveauSecret(UUID service) {
        var secret = SecretsDesServices.nouveau();
        return services.changerSecret(service, secrets.empreinte(secret)) ? Optional.of(secret) : Optional.empty();
    }

    public void changerLogo(UUID service, Services.Logo logo) {
        services.changerLogo(service, logo);
    }

    private static boolean lisibles(@Nullable String cles) {
        try {
            var lues = JWKSet.parse(String.valueOf(cles)).getKeys();
            return !lues.isEmpty() && lues.stream().noneMatch(cle -> cle.isPrivate());
        } catch (ParseException _) {
            return false;
        }
    }
}
