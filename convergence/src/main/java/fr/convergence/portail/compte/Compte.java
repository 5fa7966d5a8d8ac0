package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un compte du portail.
 *
 * @param region celle d'un vérificateur ARS
 * @param telephone absent pour l'équipe
 */
public record Compte(
        UUID id,
        Role role,
        @Nullable Region region,
        NomUtilisateur nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom,
        @Nullable Telephone telephone,
        EtatDuCompte etat,
        Instant creeLe) {

    public String nomComplet() {
        return prenom + " " + nom;
    }

    /** Les dossiers transmis qu'il voit. */
    public Perimetre perimetre() {
        return role.perimetre(region);
    }

    /** À quel titre on lui écrit aujourd'hui. */
    public String titre() {
        return role.titre(region);
    }

    public boolean deLEquipe() {
        return role.equipe();
    }

    public boolean actif() {
        return etat instanceof EtatDuCompte.Actif;
    }
}
