package fr.convergence.isc.compte;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.site.Langue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'il faut pour ouvrir un compte, déjà contrôlé.
 *
 * @param langue celle où lui écrire, jusqu'à ce qu'il se connecte dans la sienne
 */
public record NouveauCompte(
        Fonction fonction,
        @Nullable UUID entreprise,
        NomUtilisateur nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom,
        @Nullable Telephone telephone,
        @Nullable Telephone mobile,
        Langue langue) {

    Compte compte(UUID id, Instant maintenant) {
        var personne = new Personne(
                id,
                fonction == Fonction.OPERATEUR,
                nomUtilisateur,
                courriel,
                civilite,
                nom,
                prenom,
                telephone,
                new EtatDePersonne.EnAttente(maintenant),
                maintenant);
        return new Compte(personne, fonction, entreprise, mobile);
    }
}
