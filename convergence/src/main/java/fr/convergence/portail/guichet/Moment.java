package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Genre;
import fr.convergence.portail.definition.Genres;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Une date et une heure de Paris, à la seconde. */
public record Moment(LocalDateTime heure) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern ISO =
            Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    /** Ce que l'auteur peut écrire ; les dates relatives sont devenues absolues avant la lecture. */
    private static final Pattern SCHEMA = Pattern.compile(ISO + "|J[-+]\\d{1,4}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");

    private static final Pattern RELATIF = Pattern.compile("J([-+]\\d{1,4})T(.+)");
    private static final Pattern RELATIF_DANS_UN_TEXTE = Pattern.compile("\\bJ[-+]\\d{1,4}T\\d{2}:\\d{2}(:\\d{2})?");

    static final String ATTENDU = "une date et une heure comme « 2026-06-30T23:59:59 » ou « J+21T23:59:59 »";
    static final Moment TEMOIN = new Moment(LocalDateTime.MIN);
    static final Genre<Moment> GENRE = Genres.motif(ATTENDU, SCHEMA, TEMOIN, Moment::lire);

    /** Le premier instant de cette seconde : une ouverture. */
    public Instant ouverture() {
        return heure.atZone(PARIS).toInstant();
    }

    /** Le premier instant après cette seconde : une échéance vaut jusqu'au bout de la seconde qu'elle dit (DOS-7). */
    public Instant echeance() {
        return heure.atZone(PARIS).withLaterOffsetAtOverlap().toInstant().plus(1, ChronoUnit.SECONDS);
    }

    boolean avant(Moment autre) {
        return heure.isBefore(autre.heure);
    }

    static Optional<Moment> lire(String texte) {
        try {
            return ISO.matcher(texte).matches()
                    ? Optional.of(new Moment(LocalDateTime.parse(texte)))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty(); // le 31 avril
        }
    }

    /** Pour les démonstrations : « J-10T09:00 » est dix jours avant l'import. Tout autre texte reste lui-même. */
    static String absolu(String texte, LocalDate jour) {
        var relatif = RELATIF.matcher(texte);
        return relatif.matches() ? jour.plusDays(Integer.parseInt(relatif.group(1))) + "T" + relatif.group(2) : texte;
    }

    /** Un texte entier où chaque date relative est devenue celle qu'elle disait ce jour-là. */
    static String absolus(String texte, LocalDate jour) {
        return RELATIF_DANS_UN_TEXTE.matcher(texte).replaceAll(date -> absolu(date.group(), jour));
    }

    @Override
    public String toString() {
        return heure.toString();
    }
}
