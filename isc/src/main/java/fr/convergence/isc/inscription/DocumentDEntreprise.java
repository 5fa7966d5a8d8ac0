package fr.convergence.isc.inscription;

import fr.convergence.isc.kbis.ControleDuKbis.Doute;
import fr.convergence.socle.identifiant.IdentifiantNational;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Le document qui prouve l’entreprise, et ce qui en a été lu ou déclaré.
 *
 * @param kbis faux d’un autre document officiel, dont l’identité de l’entreprise est déclarée
 * @param identifiant nul s’il ne s’est pas lu
 * @param date celle de l’extrait, nulle si elle ne s’est pas lue
 * @param qualite celle de la personne dans l’entreprise, vide si elle ne s’est pas lue
 * @param doutes ce qu’un opérateur doit regarder
 */
public record DocumentDEntreprise(
        UUID fichier,
        String nom,
        boolean kbis,
        @Nullable IdentifiantNational identifiant,
        String raisonSociale,
        String adresse,
        String pays,
        @Nullable LocalDate date,
        String qualite,
        Set<Doute> doutes) {

    public DocumentDEntreprise {
        doutes = Set.copyOf(doutes);
    }

    /** Vrai si une personne doit le lire avant qu’on en soit sûr. */
    public boolean aVerifier() {
        return !kbis || !doutes.isEmpty();
    }
}
