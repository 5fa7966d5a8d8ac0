package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.personne.EtatDePersonne;
import java.time.Instant;
import java.util.UUID;

/** Un compte de son entreprise, tel qu'un autre le lit. */
public record Collaborateur(
        UUID id,
        Fonction fonction,
        String civilite,
        String nom,
        String prenom,
        String nomUtilisateur,
        String courriel,
        String telephone,
        String mobile,
        EtatDePersonne etat,
        Instant creeLe) {

    public String nomComplet() {
        return prenom + " " + nom;
    }

    /** Vrai si cette personne peut le changer ou le supprimer : jamais soi-même, jamais un mandataire. */
    public boolean encadrePar(Membre qui) {
        return !id.equals(qui.compte()) && qui.fonction().encadre().contains(fonction);
    }

    public boolean enAttente() {
        return etat instanceof EtatDePersonne.EnAttente;
    }
}
