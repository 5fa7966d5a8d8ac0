package fr.convergence.portail.notification;

import fr.convergence.socle.page.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Un rappel, tant de jours avant le dernier jour qui compte : il part le matin de ce jour-là, à Paris. Les jours sont ceux du
 * calendrier, non des tours d'horloge : un changement d'heure n'en déplace aucun.
 */
record Palier(int jours) {

    /** Du plus proche de l'échéance au plus lointain (NOT-1). */
    static final List<Palier> TOUS = List.of(new Palier(1), new Palier(7), new Palier(14));

    /** Le premier instant de ce rappel. */
    Instant debut(Instant echeance) {
        return matin(dernierJour(echeance).minusDays(jours));
    }

    /** Une échéance après celle-ci n'en est pas encore à ce rappel. */
    Instant jusqua(Instant maintenant) {
        var aujourdhui = maintenant.atZone(Formats.PARIS).toLocalDate();
        var entame = maintenant.isBefore(matin(aujourdhui)) ? aujourdhui.minusDays(1) : aujourdhui;
        return entame.plusDays(jours + 1L).atStartOfDay(Formats.PARIS).toInstant();
    }

    /** Le suivant, plus près de l'échéance. */
    Optional<Palier> suivant() {
        var rang = TOUS.indexOf(this);
        return rang == 0 ? Optional.empty() : Optional.of(TOUS.get(rang - 1));
    }

    /** Celui où l'on est : le plus proche de l'échéance parmi ceux qui ont commencé. */
    static Optional<Palier> de(Instant echeance, Instant maintenant) {
        return maintenant.isBefore(echeance)
                ? TOUS.stream()
                        .filter(palier -> !maintenant.isBefore(palier.debut(echeance)))
                        .findFirst()
                : Optional.empty();
    }

    /** Une échéance est le premier instant où il est trop tard : son jour est celui de la seconde d'avant. */
    private static LocalDate dernierJour(Instant echeance) {
        return echeance.minusSeconds(1).atZone(Formats.PARIS).toLocalDate();
    }

    private static Instant matin(LocalDate jour) {
        return jour.atTime(Rythme.DU_MATIN).atZone(Formats.PARIS).toInstant();
    }
}
