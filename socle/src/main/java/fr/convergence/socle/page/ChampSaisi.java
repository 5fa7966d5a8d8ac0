package fr.convergence.socle.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ce que vaut le texte d'un champ, avant ce que la page en exige. */
public final class ChampSaisi {

    /** Quatre chiffres d'année : au-delà, ni la base ni un instant ne tiennent la date. */
    private static final Pattern JOUR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ChampSaisi() {}

    /** Vrai d'une ligne de {@code max} signes au plus, sans signe de commande ; vide, elle l'est aussi. */
    public static boolean ligne(String texte, int max) {
        return texte.length() <= max && sansCommande(texte);
    }

    /** PostgreSQL n'a pas de caractère nul, et aucun autre signe de commande ne s'écrit ni ne se cherche. */
    public static boolean sansCommande(String texte) {
        return texte.chars().noneMatch(Character::isISOControl);
    }

    /** Le jour d'un champ de date, « 2026-06-30 » ; rien s'il n'est pas du calendrier. */
    public static Optional<LocalDate> jour(String texte) {
        try {
            return JOUR.matcher(texte).matches() ? Optional.of(LocalDate.parse(texte)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
