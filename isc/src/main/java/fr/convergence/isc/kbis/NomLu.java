package fr.convergence.isc.kbis;

import java.util.Optional;

/**
 * Le nom d’une personne, tel qu’un greffe l’écrit.
 *
 * @param nom celui de naissance ; le tout si rien ne le sépare des prénoms
 * @param prenoms vide si rien ne les sépare du nom
 * @param nomDAbord vrai si l’on sait que le nom précède les prénoms
 */
public record NomLu(String nom, Optional<String> usage, String prenoms, boolean nomDAbord) {

    static NomLu separe(String nom, Optional<String> usage, String prenoms) {
        return new NomLu(nom, usage, prenoms, true);
    }

    boolean separe() {
        return !prenoms.isEmpty();
    }

    String affichage() {
        var seul = separe() ? prenoms + " " + nom : nom;
        return usage.map(autre -> seul + " (" + autre + ")").orElse(seul);
    }
}
