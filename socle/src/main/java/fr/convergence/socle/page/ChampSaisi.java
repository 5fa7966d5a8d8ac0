package fr.convergence.socle.page;

import fr.convergence.socle.identifiant.Jour;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ce que vaut le texte d'un champ, avant ce que la page en exige. */
public final class ChampSaisi {

    private static final int INCONNUE = -1;

    private ChampSaisi() {}

    /** Vrai d'une ligne de {@code max} signes au plus, sans signe de commande ; vide, elle l'est aussi. */
    public static boolean ligne(String texte, int max) {
        return texte.length() <= max && sansCommande(texte);
    }

    /** PostgreSQL n'a pas de caractère nul, et aucun autre signe de commande ne s'écrit ni ne se cherche. */
    public static boolean sansCommande(String texte) {
        return texte.chars().noneMatch(Character::isISOControl);
    }

    /** La version que montrait la page ; absente ou illisible, elle ne correspond à aucune, et la page se dit changée. */
    public static int version(@Nullable String texte) {
        try {
            return texte == null ? INCONNUE : Integer.parseInt(texte);
        } catch (NumberFormatException _) {
            return INCONNUE;
        }
    }

    /** Le jour d'un champ de date, comme le navigateur l'envoie ou comme on l'écrit ; rien s'il n'est pas du calendrier. */
    public static Optional<LocalDate> jour(String texte) {
        return Jour.lire(texte).siLue();
    }
}
