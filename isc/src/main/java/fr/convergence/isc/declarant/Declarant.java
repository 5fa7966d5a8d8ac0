package fr.convergence.isc.declarant;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.NomUtilisateur;
import org.jspecify.annotations.Nullable;

/** Les informations personnelles de qui demande un compte, contrôlées (ISC-3). */
public record Declarant(
        NomUtilisateur nomUtilisateur,
        Civilite civilite,
        String prenom,
        String nom,
        AdresseElectronique courriel,
        Telephone telephone,
        @Nullable Telephone mobile) {

    public String nomComplet() {
        return prenom + " " + nom;
    }
}
