package fr.convergence.isc.profil;

import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.demande.DemandeATraiter;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * « Votre compte ».
 *
 * @param entreprise nulle pour un opérateur
 * @param enCours les demandes de modification qui attendent
 * @param cguAcceptees quand la version en vigueur a été acceptée
 */
public record ComptePage(
        List<Lien> menu,
        Compte compte,
        @Nullable Entreprise entreprise,
        List<DemandeATraiter> enCours,
        @Nullable Instant cguAcceptees)
        implements Page {}
