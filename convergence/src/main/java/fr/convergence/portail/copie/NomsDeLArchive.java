package fr.convergence.portail.copie;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Les chemins d'une archive : aucun deux fois, même pour Windows, qui ne distingue pas les majuscules. */
final class NomsDeLArchive {

    private final Set<String> pris = new HashSet<>();

    /** Ce chemin, ou le premier libre de « rib (2).pdf », « rib (3).pdf »… */
    String libre(String dossier, String nom) {
        var chemin = dossier + nom;
        for (var rang = 2; !pris.add(chemin.toLowerCase(Locale.ROOT)); rang++) {
            chemin = dossier + numerote(nom, rang);
        }
        return chemin;
    }

    private static String numerote(String nom, int rang) {
        var point = nom.lastIndexOf('.');
        return point <= 0
                ? nom + " (" + rang + ")"
                : nom.substring(0, point) + " (" + rang + ")" + nom.substring(point);
    }
}
