package fr.convergence.socle.authentification;

import java.util.EnumSet;
import java.util.Set;

/** Les familles de signes que la CNIL compte dans un mot de passe. */
enum Alphabets {
    MINUSCULES(26),
    CAPITALES(26),
    CHIFFRES(10),
    SIGNES(37); // CNIL 2022-100 : « au moins 37 caractères spéciaux possibles » ; lettres accentuées et espace en sont

    static final int CLASSES_DEMANDEES = 4;

    private final int signes;

    Alphabets(int signes) {
        this.signes = signes;
    }

    int signes() {
        return signes;
    }

    static Set<Alphabets> de(String clair) {
        var alphabets = EnumSet.noneOf(Alphabets.class);
        clair.codePoints().forEach(c -> alphabets.add(de(c)));
        return alphabets;
    }

    private static Alphabets de(int c) {
        if (c >= 'a' && c <= 'z') {
            return MINUSCULES;
        }
        if (c >= 'A' && c <= 'Z') {
            return CAPITALES;
        }
        return c >= '0' && c <= '9' ? CHIFFRES : SIGNES;
    }
}
