package fr.convergence.isc.federation;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.identifiant.IdentifiantNational;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Une personne et son entreprise, telles qu'un service peut les connaître. Un opérateur n'a pas d'entreprise. */
record Titulaire(
        UUID compte,
        Fonction fonction,
        String nomUtilisateur,
        String courriel,
        String prenom,
        String nom,
        @Nullable String telephone,
        @Nullable Entreprise entreprise) {

    record Entreprise(IdentifiantNational identifiant, String raisonSociale, String pays) {}
}
