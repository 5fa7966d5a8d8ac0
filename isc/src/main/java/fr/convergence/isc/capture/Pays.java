package fr.convergence.isc.capture;

import fr.convergence.socle.page.Choix;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Les pays qui émettent un document, dans la langue de la page ; la France d'abord. */
@Component
final class Pays {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final String FRANCE = "FR";

    boolean connait(String code) {
        return CODES.contains(code);
    }

    List<Choix> tous() {
        var langue = LocaleContextHolder.getLocale();
        var ordre = Collator.getInstance(langue);
        return Stream.concat(
                        Stream.of(FRANCE),
                        CODES.stream()
                                .filter(code -> !code.equals(FRANCE))
                                .sorted(Comparator.comparing(code -> nom(code, langue), ordre)))
                .map(code -> new Choix(code, nom(code, langue)))
                .toList();
    }

    private static String nom(String code, Locale langue) {
        return Locale.of("", code).getDisplayCountry(langue);
    }
}
