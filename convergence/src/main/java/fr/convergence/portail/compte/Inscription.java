package fr.convergence.portail.compte;

import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.NomUtilisateur;
import java.util.List;

/**
 * Ce qu'un futur référent a saisi, déjà contrôlé.
 *
 * @param motDePasse haché : le mot de passe lui-même ne survit pas à l'étape où il est saisi
 * @param entites les entités rattachées qu'il a cochées (INS-6)
 */
public record Inscription(
        NomUtilisateur nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom,
        Telephone telephone,
        String motDePasse,
        CleCandidat candidat,
        List<Finess> entites) {

    public Inscription {
        entites = List.copyOf(entites);
    }
}
