package fr.convergence.socle.identifiant;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Un jour du calendrier, comme un navigateur l'envoie ou comme une personne l'écrit. */
public final class Jour {

    /** Une année de ces siècles : au-delà c'est une faute de frappe, et ni la base ni un instant ne la tiendraient. */
    private static final String ANNEE = "((?:19|20|21)\\d{2})";

    private static final Pattern ISO = Pattern.compile(ANNEE + "-(\\d{2})-(\\d{2})");
    private static final Pattern CHIFFRES = Pattern.compile("(\\d{1,2}) ?[/. -] ?(\\d{1,2}) ?[/. -] ?" + ANNEE);
    private static final Pattern LETTRES = Pattern.compile(
            "(?:le )?(?:[a-z]{3,6}di|dimanche)?,? ?(\\d{1,2})(?: ?er)?[ -]?([a-z]{3,9})\\.?[ -]?" + ANNEE);
    private static final Pattern ANNEE_COURTE = Pattern.compile("\\d{1,2} ?[/. -] ?\\d{1,2} ?[/. -] ?\\d{2}");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private static final List<String> MOIS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private Jour() {}

    /** Accepte « 2026-06-30 », « 30/06/2026 », « 30.6.2026 », « 30 juin 2026 », « 1er juil. 2026 », « mardi 30 juin 2026 ». */
    public static Lecture<LocalDate> lire(@Nullable String saisie) {
        var texte = FormeNormale.traitsJoints(FormeNormale.ligne(saisie)).toLowerCase(Locale.ROOT);
        if (texte.isEmpty()) {
            return Lecture.refusee("identifiant.vide");
        }
        var iso = ISO.matcher(texte);
        if (iso.matches()) {
            return jour(iso.group(3), entier(iso.group(2)), iso.group(1));
        }
        var chiffres = CHIFFRES.matcher(texte);
        if (chiffres.matches()) {
            return jour(chiffres.group(1), entier(chiffres.group(2)), chiffres.group(3));
        }
        var lettres = LETTRES.matcher(ACCENTS.matcher(Normalizer.normalize(texte, Normalizer.Form.NFD))
                .replaceAll(""));
        var mois = lettres.matches() ? mois(lettres) : 0;
        if (mois > 0) {
            return jour(lettres.group(1), mois, lettres.group(3));
        }
        return Lecture.refusee(
                ANNEE_COURTE.matcher(texte).matches() ? "identifiant.jour.annee" : "identifiant.jour.forme");
    }

    /** Le rang du mois, entier ou abrégé sans ambiguïté ; 0 si ce n'en est pas un. */
    private static int mois(Matcher lettres) {
        var mot = lettres.group(2);
        var rangs = IntStream.range(0, MOIS.size())
                .filter(rang -> MOIS.get(rang).startsWith(mot))
                .toArray();
        return rangs.length == 1 ? rangs[0] + 1 : 0;
    }

    private static Lecture<LocalDate> jour(String jour, int mois, String annee) {
        try {
            return new Lecture.Lue<>(LocalDate.of(entier(annee), mois, entier(jour)));
        } catch (DateTimeException _) {
            return Lecture.refusee("identifiant.jour.inexistant");
        }
    }

    private static int entier(String chiffres) {
        return Integer.parseInt(chiffres);
    }
}
