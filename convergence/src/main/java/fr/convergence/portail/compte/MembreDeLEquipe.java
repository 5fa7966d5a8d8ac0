package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.NomUtilisateur;
import org.jspecify.annotations.Nullable;

/**
 * Ce que l'opérateur saisit pour ouvrir un compte de l'équipe.
 *
 * @param region la seule région que verra un vérificateur régional ; absente pour les autres
 */
public record MembreDeLEquipe(
        Role role,
        @Nullable Region region,
        NomUtilisateur nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom) {

    public MembreDeLEquipe {
        if (!role.equipe()) {
            throw new IllegalArgumentException("Un référent s’inscrit lui-même");
        }
        if (role.regional() != (region != null)) {
            throw new IllegalArgumentException("Un vérificateur régional a une région, et lui seul");
        }
    }
}
