package fr.convergence.portail.acces;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * La personne connectée : elle accompagne chaque requête et entre dans le WHERE de chaque lecture.
 *
 * <p>Pas un {@link java.security.Principal} : Spring MVC donnerait alors aux contrôleurs, à sa place, l'authentification
 * qui la porte.
 *
 * @param compte identifiant du compte
 * @param role ce qu'elle est
 * @param nom prénom et nom affichés
 * @param region code INSEE de la seule région qu'elle voit, pour un vérificateur ARS
 * @param depuis instant de la connexion, d'où se compte la fin absolue de la session
 */
public record Connecte(
        UUID compte, Role role, String nom, @Nullable String region, Instant depuis)
        implements AuthenticatedPrincipal, Serializable {

    public Connecte {
        if (role == Role.ARS && region == null) {
            throw new IllegalArgumentException("Un vérificateur ARS a une région");
        }
    }

    /** L'identifiant du compte : c'est lui que les sessions et le journal retiennent, jamais le nom. */
    @Override
    public String getName() {
        return compte.toString();
    }

    /** Région d'un vérificateur ARS. */
    public String regionArs() {
        if (region == null) {
            throw new IllegalStateException("Pas un vérificateur ARS");
        }
        return region;
    }

    @Override
    public String toString() {
        return role + " " + compte;
    }
}
