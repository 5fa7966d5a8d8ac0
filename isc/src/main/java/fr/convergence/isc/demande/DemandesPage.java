package fr.convergence.isc.demande;

import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.demande.DemandeATraiter.Nature;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * La liste des demandes à traiter.
 *
 * @param suite la dernière de cette page, s'il y en a après
 * @param debut vrai pour la première page
 */
public record DemandesPage(
        String chemin, List<Ligne> lignes, @Nullable UUID suite, boolean debut) implements Page {

    public record Ligne(UUID id, Instant deposeeLe, String demandeur, Nature nature) {

        /** Clé de ce qui est à faire. */
        public String cle() {
            return "demande.nature." + nature.name().toLowerCase(Locale.ROOT);
        }
    }

    static DemandesPage de(
            String chemin,
            List<DemandeATraiter> demandes,
            int parPage,
            boolean suivante,
            Function<DemandeATraiter, String> demandeur) {
        var montrees = demandes.stream().limit(parPage).toList();
        return new DemandesPage(
                chemin,
                montrees.stream()
                        .map(demande -> new Ligne(
                                demande.id(), demande.deposeeLe(), demandeur.apply(demande), demande.nature()))
                        .toList(),
                demandes.size() > parPage ? montrees.getLast().id() : null,
                !suivante);
    }

    /** Qui demande : le titulaire du compte, ou qui n'en a pas encore. */
    public static String demandeur(DemandeATraiter demande, Optional<Compte> titulaire) {
        return titulaire
                .map(compte -> compte.personne().nomComplet())
                .orElseGet(() -> demande.valeur(Donnee.PRENOM) + " " + demande.valeur(Donnee.NOM));
    }
}
