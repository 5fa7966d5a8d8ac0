package fr.convergence.isc.compte;

import static java.util.Objects.requireNonNull;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.Personne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Une personne, et ce qu'elle est pour son entreprise.
 *
 * @param entreprise absente pour un opérateur
 */
public record Compte(
        Personne personne,
        Fonction fonction,
        @Nullable UUID entreprise,
        @Nullable Telephone mobile) {

    public UUID id() {
        return personne.id();
    }

    /** Celle de qui n’est pas opérateur. */
    public UUID sonEntreprise() {
        return requireNonNull(entreprise);
    }

    Membre connecte(Instant depuis) {
        return new Membre(id(), fonction, Optional.ofNullable(entreprise), personne.nomComplet(), depuis);
    }
}
