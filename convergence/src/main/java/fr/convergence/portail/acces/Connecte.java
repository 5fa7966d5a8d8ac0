package fr.convergence.portail.acces;

import fr.convergence.socle.acces.PersonneConnectee;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * La personne connectée : elle accompagne chaque requête et entre dans le WHERE de chaque lecture.
 *
 * @param compte identifiant du compte
 * @param role ce qu'elle est
 * @param nom prénom et nom affichés
 * @param perimetre les dossiers transmis qu'elle voit
 * @param depuis instant de la connexion, d'où se compte la fin absolue de la session
 */
public record Connecte(UUID compte, Role role, String nom, Perimetre perimetre, Instant depuis)
        implements PersonneConnectee {

    /** Celle de la requête en cours, s'il y en a une. */
    public static Optional<Connecte> present() {
        return PersonneConnectee.presente().map(Connecte.class::cast);
    }

    @Override
    public String toString() {
        return role + " " + compte;
    }
}
