package fr.convergence.portail.inscription;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.NomUtilisateur;
import java.util.List;

/**
 * Les informations personnelles, contrôlées (INS-1).
 *
 * @param motDePasse son empreinte
 */
record Identite(
        NomUtilisateur nomUtilisateur,
        Civilite civilite,
        String nom,
        String prenom,
        AdresseElectronique courriel,
        Telephone telephone,
        String motDePasse) {

    /** Ce dont le mot de passe ne doit rien reprendre. */
    List<String> indices() {
        return List.of(nomUtilisateur.valeur(), nom, prenom, courriel.valeur());
    }
}
