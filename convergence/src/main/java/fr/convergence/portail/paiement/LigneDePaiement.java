package fr.convergence.portail.paiement;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Statut;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Un paiement dans la liste de qui paie, en centimes ; ses coordonnées bancaires ne sont que dans le fichier. */
public record LigneDePaiement(
        UUID id, String reference, String etape, Reference guichet, String candidat, Instant accordeLe, Somme somme) {

    /** @param avance absente quand tout se verse en une fois */
    public record Somme(
            Statut statut,
            Optional<Long> plafond,
            Optional<Long> demande,
            long retenu,
            Optional<Long> avance,
            Optional<LocalDate> avanceLe,
            Optional<LocalDate> soldeLe) {

        public long solde() {
            return retenu - avance.orElse(0L);
        }
    }

    public String adresse() {
        return "/instruction/" + reference + "?etape=" + etape;
    }
}
