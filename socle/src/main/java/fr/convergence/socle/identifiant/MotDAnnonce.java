package fr.convergence.socle.identifiant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Le mot recopié devant un identifiant : « IBAN : », « tél. », « N° SIRET ». Il lui faut un deux-points, un point ou une
 * espace : collé, il pourrait être le début de l'identifiant.
 */
final class MotDAnnonce {

    private final Pattern debut;

    /** @param mots les mots d'usage, chacun une expression sans groupe */
    MotDAnnonce(String... mots) {
        debut = Pattern.compile(
                "^(?:(?:num[ée]ro|n[°ºo]\\.?) ?(?:de |d'|d\u2019)?)?(?:" + String.join("|", mots)
                        + ")(?: ?n[°ºo])?(?: ?[:=.]+ ?| (?=\\S))",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** La saisie en une ligne, sans son annonce. */
    String otee(@Nullable String saisie) {
        var ligne = FormeNormale.ligne(saisie);
        return debut.matcher(ligne).replaceFirst("");
    }
}
