package fr.convergence.isc.kbis;

import fr.convergence.socle.identifiant.Siren;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Ce qui s’est lu d’un extrait Kbis ou K.
 *
 * @param siren celui de l’entreprise, jamais celui d’une personne morale qui la dirige
 * @param date le jour auquel l’extrait est à jour, ou celui de sa délivrance
 * @param radiee vrai si une radiation y est dite
 */
public record Kbis(
        Optional<Siren> siren,
        Optional<String> raisonSociale,
        Optional<String> adresse,
        Optional<LocalDate> date,
        List<Mandataire> mandataires,
        boolean radiee) {

    public Kbis {
        mandataires = List.copyOf(mandataires);
    }

    /** Vrai si rien de ce qu’on y cherche ne manque. */
    public boolean complet() {
        return siren.isPresent()
                && raisonSociale.isPresent()
                && adresse.isPresent()
                && date.isPresent()
                && !mandataires.isEmpty();
    }
}
