package fr.convergence.portail.rib;

import fr.convergence.socle.identifiant.Bic;
import fr.convergence.socle.identifiant.Iban;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Les BIC qu'un RIB porte. Un mot de huit lettres en a la forme : il n'en est un qu'en capitales, du pays d'un IBAN lu, peu
 * après le mot qui l'annonce.
 */
final class BicsDuTexte {

    private static final Pattern ANNONCE = Pattern.compile("\\b(?:BIC|SWIFT)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORME =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![\\p{L}\\p{N}])");
    /** Une ligne ou deux d'un tableau. */
    private static final int PORTEE = 120;

    private static final int BANQUE = 8;
    private static final String SIEGE = "XXX";

    private BicsDuTexte() {}

    static Set<String> de(String texte, Collection<Iban> ibans) {
        return ANNONCE.matcher(texte)
                .results()
                .map(annonce -> texte.substring(annonce.end(), Math.min(texte.length(), annonce.end() + PORTEE)))
                .flatMap(suite -> FORME.matcher(suite).results())
                .map(MatchResult::group)
                .flatMap(mot -> Bic.lire(mot).siLue().stream())
                .filter(bic -> ibans.stream().anyMatch(bic::compatibleAvec))
                .map(Bic::valeur)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Huit caractères nomment la banque, onze son agence ; « XXX » est son siège. */
    static boolean memeBanque(String un, String autre) {
        return un.equals(autre)
                || un.substring(0, BANQUE).equals(autre.substring(0, BANQUE))
                        && List.of(un, autre).stream().anyMatch(bic -> bic.length() == BANQUE || bic.endsWith(SIEGE));
    }
}
