package fr.convergence.socle.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/** Une langue des pages et des courriels (I18N-1). Le français est partout ; un texte qui n'existe pas ailleurs s'y lit. */
public enum Langue {
    FRANCAIS("fr", "Français", ""),
    ANGLAIS("en", "English", "_en");

    private final String code;
    private final String nom;
    private final String suffixe;

    Langue(String code, String nom, String suffixe) {
        this.code = code;
        this.nom = nom;
        this.suffixe = suffixe;
    }

    /** Celui d'ISO 639-1, tel que HTML l'écrit. */
    public String code() {
        return code;
    }

    /** Son nom, dans cette langue. */
    public String nom() {
        return nom;
    }

    /** Ce qui suit le nom d'un fichier écrit dans cette langue : « textes_en.properties ». */
    public String suffixe() {
        return suffixe;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    public static Optional<Langue> lire(String code) {
        return Arrays.stream(values())
                .filter(langue -> langue.code.equals(code))
                .findFirst();
    }

    /** Celle de la requête en cours ; le français hors d'une requête. */
    public static Langue presente() {
        var contexte = LocaleContextHolder.getLocaleContext();
        var locale = contexte == null ? null : contexte.getLocale();
        return locale == null ? FRANCAIS : lire(locale.getLanguage()).orElse(FRANCAIS);
    }
}
