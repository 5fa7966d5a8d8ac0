package fr.convergence.socle.captcha;

import fr.convergence.socle.identifiant.FormeNormale;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Les caractères du contrôle : ni ceux qui se lisent l'un pour l'autre (0 et O, 1 et I, S et 5, U et V, B et 8), ni ceux
 * qui s'entendent l'un pour l'autre (B, D, P et T, M et N, F et S, G et J).
 */
final class Alphabet {

    static final String CARACTERES = "ACEFHJKLMRTUWXY23456789";
    static final int LONGUEUR = 4;

    private static final SecureRandom HASARD = new SecureRandom();

    private Alphabet() {}

    static String tirer() {
        var texte = new StringBuilder(LONGUEUR);
        for (var i = 0; i < LONGUEUR; i++) {
            texte.append(CARACTERES.charAt(HASARD.nextInt(CARACTERES.length())));
        }
        return texte.toString();
    }

    /** Une réponse comme elle se compare : en capitales, sans espaces ni signe invisible ; bornée, car elle vient de n'importe qui. */
    static String normaliser(@Nullable String reponse) {
        if (reponse == null || reponse.length() > 4 * LONGUEUR) {
            return "";
        }
        return FormeNormale.code(reponse);
    }
}
