package fr.convergence.portail.formulaire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * L'instant d'une réponse, tel que {@link Instant#toString()} l'a écrit : « 2026-11-22T11:00:00.123456Z ».
 *
 * <p>Chaque page en lit un par réponse, et {@link Instant#parse} y passait plus de temps que le reste de leur lecture.
 */
final class InstantEcrit {

    private static final int SECONDES = "2026-11-22T11:00:00".length();
    private static final int CHIFFRES = 9;

    private InstantEcrit() {}

    static Instant lire(String texte) {
        var fin = texte.length() - 1;
        var decimales = fin - SECONDES - 1;
        if (fin < SECONDES || texte.charAt(4) != '-' || texte.charAt(fin) != 'Z' || decimales > CHIFFRES) {
            return Instant.parse(texte); // une année d'avant 0 ou d'après 9999
        }
        return LocalDateTime.of(
                        nombre(texte, 0, 4),
                        nombre(texte, 5, 7),
                        nombre(texte, 8, 10),
                        nombre(texte, 11, 13),
                        nombre(texte, 14, 16),
                        nombre(texte, 17, SECONDES),
                        decimales < 1 ? 0 : nanosecondes(texte, SECONDES + 1, fin))
                .toInstant(ZoneOffset.UTC);
    }

    private static int nanosecondes(String texte, int debut, int fin) {
        var valeur = nombre(texte, debut, fin);
        for (var i = fin - debut; i < CHIFFRES; i++) {
            valeur *= 10;
        }
        return valeur;
    }

    private static int nombre(String texte, int debut, int fin) {
        return Integer.parseInt(texte, debut, fin, 10);
    }
}
