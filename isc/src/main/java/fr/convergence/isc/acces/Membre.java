package fr.convergence.isc.acces;

import fr.convergence.socle.acces.PersonneConnectee;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * La personne connectée : elle accompagne chaque requête et entre dans le WHERE de chaque lecture.
 *
 * @param compte identifiant du compte
 * @param fonction ce qu'elle est
 * @param entreprise la sienne ; un opérateur n'en a pas
 * @param nom prénom et nom affichés
 * @param depuis instant de la connexion, d'où se compte la fin absolue de la session
 */
public record Membre(UUID compte, Fonction fonction, Optional<UUID> entreprise, String nom, Instant depuis)
        implements PersonneConnectee {

    /** Celui de la requête en cours, s'il y en a un. */
    public static Optional<Membre> present() {
        return PersonneConnectee.presente().map(Membre.class::cast);
    }

    /** Son entreprise, pour qui ne peut qu'en avoir une. */
    public UUID sonEntreprise() {
        return entreprise.orElseThrow();
    }

    @Override
    public String toString() {
        return fonction + " " + compte;
    }
}
