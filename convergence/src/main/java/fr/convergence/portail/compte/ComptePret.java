package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.NomUtilisateur;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Un compte à ouvrir déjà activé, pour la démonstration et les essais.
 *
 * @param motDePasse en clair : il est annoncé à qui essaie
 * @param secret de l'application d'authentification d'un membre de l'équipe, en base 32
 */
public record ComptePret(
        Role role,
        @Nullable Region region,
        NomUtilisateur nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom,
        @Nullable Telephone telephone,
        String motDePasse,
        @Nullable String secret,
        List<CleCandidat> etablissements) {

    public ComptePret {
        etablissements = List.copyOf(etablissements);
    }

    /** Le même, pour d'autres établissements. */
    public ComptePret avec(List<CleCandidat> autres) {
        return new ComptePret(
                role, region, nomUtilisateur, courriel, civilite, nom, prenom, telephone, motDePasse, secret, autres);
    }
}
