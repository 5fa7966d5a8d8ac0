package fr.convergence.socle.acces;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Qui est connecté à un site ; chaque site y ajoute ce qu'il en sait.
 *
 * <p>Pas un {@link java.security.Principal} : Spring MVC donnerait alors aux contrôleurs, à sa place, l'authentification
 * qui la porte.
 */
public interface PersonneConnectee extends AuthenticatedPrincipal, Serializable {

    /** Celle de la requête en cours, s'il y en a une. */
    static Optional<PersonneConnectee> presente() {
        var authentification = SecurityContextHolder.getContext().getAuthentication();
        return authentification != null && authentification.getPrincipal() instanceof PersonneConnectee personne
                ? Optional.of(personne)
                : Optional.empty();
    }

    /** Identifiant du compte. */
    UUID compte();

    /** Prénom et nom affichés. */
    String nom();

    /** Instant de la connexion, d'où se compte la fin absolue de la session. */
    Instant depuis();

    /** L'identifiant du compte : c'est lui que les sessions et le journal retiennent, jamais le nom. */
    @Override
    default String getName() {
        return compte().toString();
    }
}
