package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un compte du portail.
 *
 * @param region code INSEE de la région d'un vérificateur ARS
 * @param telephone au format E.164 ; absent pour l'équipe
 */
public record Compte(
        UUID id,
        Role role,
        @Nullable String region,
        String nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom,
        @Nullable String telephone,
        EtatDuCompte etat,
        Instant creeLe) {

    public String nomComplet() {
        return prenom + " " + nom;
    }

    /** Les dossiers transmis qu'il voit. */
    public Perimetre perimetre() {
        return role.perimetre(region);
    }

    public boolean deLEquipe() {
        return role.equipe();
    }

    public boolean actif() {
        return etat instanceof EtatDuCompte.Actif;
    }
}
