package fr.convergence.portail.acces;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * La personne connectée : elle accompagne chaque requête et entre dans le WHERE de chaque lecture.
 *
 * <p>Pas un {@link java.security.Principal} : Spring MVC donnerait alors aux contrôleurs, à sa place, l'authentification
 * qui la porte.
 *
 * @param compte identifiant du compte
 * @param role ce qu'elle est
 * @param nom prénom et nom affichés
 * @param perimetre les dossiers transmis qu'elle voit
 * @param depuis instant de la connexion, d'où se compte la fin absolue de la session
 */
public record Connecte(UUID compte, Role role, String nom, Perimetre perimetre, Instant depuis)
        implements AuthenticatedPrincipal, Serializable {

    /** Celle de la requête en cours, s'il y en a une. */
    public static Optional<Connecte> present() {
        var authentification = SecurityContextHolder.getContext().getAuthentication();
        return authentification != null && authentification.getPrincipal() instanceof Connecte connecte
                ? Optional.of(connecte)
                : Optional.empty();
    }

    /** L'identifiant du compte : c'est lui que les sessions et le journal retiennent, jamais le nom. */
    @Override
    public String getName() {
        return compte.toString();
    }

    @Override
    public String toString() {
        return role + " " + compte;
    }
}
