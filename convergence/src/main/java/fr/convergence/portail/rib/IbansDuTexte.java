package fr.convergence.portail.rib;

import fr.convergence.socle.identifiant.Iban;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Les IBAN qu'un texte contient, quels que soient les espaces, les retours à la ligne et la casse : une clé juste les distingue du reste. */
final class IbansDuTexte {

    /** Le plus court est norvégien, le plus long maltais. */
    private static final int LE_PLUS_COURT = 15;

    private static final int LE_PLUS_LONG = 34;

    private IbansDuTexte() {}

    static Set<Iban> de(String texte) {
        var serre = serre(texte);
        var trouves = new LinkedHashSet<Iban>();
        var debut = 0;
        while (debut + LE_PLUS_COURT <= serre.length()) {
            var trouve = commencePar(serre, debut) ? a(serre, debut) : null;
            if (trouve == null) {
                debut++;
            } else {
                trouves.add(trouve);
                debut += trouve.valeur().length();
            }
        }
        return trouves;
    }

    /** Seulement les lettres et les chiffres d'un IBAN, en capitales : un tableau sépare ses cases, une ligne se coupe. */
    private static String serre(String texte) {
        var serre = new StringBuilder(texte.length());
        texte.toUpperCase(Locale.ROOT)
                .chars()
                .filter(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
                .forEach(c -> serre.append((char) c));
        return serre.toString();
    }

    private static boolean commencePar(String serre, int debut) {
        return lettre(serre.charAt(debut))
                && lettre(serre.charAt(debut + 1))
                && !lettre(serre.charAt(debut + 2))
                && !lettre(serre.charAt(debut + 3));
    }

    private static boolean lettre(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** La longueur est celle du pays : une seule convient. */
    private static @Nullable Iban a(String serre, int debut) {
        for (var longueur = LE_PLUS_COURT; longueur <= LE_PLUS_LONG && debut + longueur <= serre.length(); longueur++) {
            var lu = Iban.lire(serre.substring(debut, debut + longueur)).siLue();
            if (lu.isPresent()) {
                return lu.get();
            }
        }
        return null;
    }
}
