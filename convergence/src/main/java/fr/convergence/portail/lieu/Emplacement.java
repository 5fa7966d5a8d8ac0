package fr.convergence.portail.lieu;

import fr.convergence.socle.identifiant.Finess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * La place d'une réponse dans son édition : une question, ou la même pour une entité (« 750712184/couverture »).
 *
 * <p>La même écriture nomme la réponse dans la base, le champ du formulaire et son adresse.
 */
public record Emplacement(Optional<Finess> lot, String question) implements Comparable<Emplacement> {

    /** Ce qui dit, dans l'adresse d'une page, lesquelles elle montre : leur rang, ou l'entité de l'une d'elles. */
    public static final String LIGNES = "lignes";

    private static final char SEPARATEUR = '/';

    public static Emplacement de(String question) {
        return new Emplacement(Optional.empty(), question);
    }

    public static Emplacement dans(Finess lot, String question) {
        return new Emplacement(Optional.of(lot), question);
    }

    /** @param cle telle que {@link #cle} l'a écrite ; ce qui n'en est pas une est une question que personne n'a posée */
    public static Emplacement lire(String cle) {
        var separateur = cle.indexOf(SEPARATEUR);
        return separateur < 0
                ? de(cle)
                : Finess.lire(cle.substring(0, separateur))
                        .siLue()
                        .filter(lot -> cle.startsWith(lot.valeur() + SEPARATEUR))
                        .map(lot -> dans(lot, cle.substring(separateur + 1)))
                        .orElseGet(() -> de(cle));
    }

    /** @param lot nul hors d'un tableau ; ce qu'une adresse dit n'est pas encore vérifié */
    public static String cle(@Nullable String lot, String question) {
        return lot == null ? question : lot + SEPARATEUR + question;
    }

    /**
     * L'adresse de son champ dans cette page ; celle d'un tableau qui en a plusieurs est celle de sa ligne.
     *
     * @param page sans question ni ancre
     */
    public String adresse(String page) {
        return page + lot.map(entite -> "?" + LIGNES + "=" + entite.valeur()).orElse("") + "#" + cle();
    }

    public String cle() {
        return cle(lot.map(Finess::valeur).orElse(null), question);
    }

    @Override
    public int compareTo(Emplacement autre) {
        return cle().compareTo(autre.cle());
    }

    @Override
    public String toString() {
        return cle();
    }
}
