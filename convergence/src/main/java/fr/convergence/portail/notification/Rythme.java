package fr.convergence.portail.notification;

import fr.convergence.socle.page.Formats;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Comment quelqu'un de l'équipe reçoit les courriels qui peuvent se réunir (NOT-4). */
enum Rythme {
    AUSSITOT,
    HEURE,
    JOUR;

    /** L'heure, à Paris, des courriels d'un par jour. */
    static final LocalTime DU_MATIN = LocalTime.of(8, 0);

    static Optional<Rythme> lire(String code) {
        return Arrays.stream(values())
                .filter(rythme -> rythme.name().equals(code))
                .findFirst();
    }

    /** Quand part ce qui s'écrit à cet instant. */
    Instant depart(Instant maintenant) {
        return switch (this) {
            case AUSSITOT -> maintenant;
            case HEURE -> maintenant.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case JOUR -> prochainMatin(maintenant);
        };
    }

    private static Instant prochainMatin(Instant maintenant) {
        var jour = maintenant.atZone(Formats.PARIS).toLocalDate();
        var matin = jour.atTime(DU_MATIN).atZone(Formats.PARIS).toInstant();
        return maintenant.isBefore(matin)
                ? matin
                : jour.plusDays(1).atTime(DU_MATIN).atZone(Formats.PARIS).toInstant();
    }

    /** Clé de son nom ; suivie de « .aide », ce qu'il fait. */
    String cle() {
        return "notification.rythme." + name().toLowerCase(Locale.ROOT);
    }
}
