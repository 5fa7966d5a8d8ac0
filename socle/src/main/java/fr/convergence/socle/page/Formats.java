package fr.convergence.socle.page;

import fr.convergence.socle.identifiant.NombreEcrit;
import fr.convergence.socle.site.Langue;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Les formats français, les mêmes dans les pages, les courriels, les PDF et les exports. */
public final class Formats {

    /** Les échéances et les dates affichées sont à l'heure de Paris (DOS-7). */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("HH:mm", Locale.FRENCH);
    private static final DateTimeFormatter SECONDE = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.FRENCH);
    private static final DateTimeFormatter DATE_ANGLAISE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String[] UNITES = {"octets", "ko", "Mo", "Go"};

    private Formats() {}

    public static String date(LocalDate jour) {
        var date = DATE.format(jour);
        return jour.getDayOfMonth() == 1 ? "1er" + date.substring(1) : date;
    }

    /** « 3 March 2026 » en anglais. */
    static String date(LocalDate jour, Langue langue) {
        return langue == Langue.FRANCAIS ? date(jour) : DATE_ANGLAISE.format(jour);
    }

    /** Le jour, à Paris, dans cette langue. */
    static String date(Instant instant, Langue langue) {
        return date(instant.atZone(PARIS).toLocalDate(), langue);
    }

    /** « 3 mars 2026, 14:03 », « 3 March 2026, 14:03 ». */
    static String dateHeure(Instant instant, Langue langue) {
        return date(instant, langue) + ", " + heure(instant);
    }

    public static String date(Instant instant) {
        return date(instant.atZone(PARIS).toLocalDate());
    }

    public static String heure(Instant instant) {
        return HEURE.format(instant.atZone(PARIS));
    }

    /** « 3 mars 2026, 14:03 ». */
    public static String dateHeure(Instant instant) {
        return date(instant) + ", " + heure(instant);
    }

    /** « 3 mars 2026, 14:03:27 », pour un accusé. */
    public static String dateHeureSeconde(Instant instant) {
        return date(instant) + ", " + SECONDE.format(instant.atZone(PARIS));
    }

    /** « 10 000 ». */
    public static String entier(long nombre) {
        return NombreEcrit.affiche(BigDecimal.valueOf(nombre));
    }

    /** « 39 380,00 € », l'espace étant insécable. */
    public static String montant(long centimes) {
        var symboles = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symboles.setGroupingSeparator('\u00a0');
        return new DecimalFormat("#,##0.00", symboles).format(BigDecimal.valueOf(centimes, 2)) + "\u00a0€";
    }

    /** « 3,4 Mo », en unités décimales comme le disent les limites affichées. */
    public static String taille(long octets) {
        var valeur = (double) octets;
        var unite = 0;
        while (valeur >= 1000 && unite < UNITES.length - 1) {
            valeur /= 1000;
            unite++;
        }
        return (unite == 0
                        ? String.valueOf(octets)
                        : String.format(Locale.FRENCH, "%.1f", valeur).replaceFirst(",0$", ""))
                + "\u00a0" + UNITES[unite];
    }
}
