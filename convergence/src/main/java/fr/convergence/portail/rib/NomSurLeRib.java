package fr.convergence.portail.rib;

import fr.convergence.portail.etablissement.Mots;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Le nom d'un établissement se reconnaît-il dans un texte, accents, abréviations et mots de liaison mis à part. */
final class NomSurLeRib {

    /** Ce que presque tous les établissements portent : cela ne désigne personne. */
    private static final Set<String> COMMUNS = Set.of(
            "a",
            "ag",
            "association",
            "asso",
            "au",
            "aux",
            "centre",
            "ch",
            "chr",
            "chs",
            "chu",
            "clinique",
            "d",
            "de",
            "des",
            "domicile",
            "du",
            "en",
            "et",
            "etablissement",
            "gestion",
            "groupe",
            "groupement",
            "had",
            "hopital",
            "hopitaux",
            "hospitalier",
            "hospitaliers",
            "hospitalisation",
            "intercommunal",
            "l",
            "la",
            "le",
            "pour",
            "les",
            "chic",
            "chru",
            "ghu",
            "public",
            "regional",
            "s",
            "sa",
            "saint",
            "sainte",
            "sarl",
            "sas",
            "sante",
            "specialise",
            "st",
            "ste",
            "sur",
            "universitaire",
            "medical",
            "medico",
            "social",
            "territoire",
            "ght",
            "chi",
            "gcs");

    /** Ce qui dit un établissement de soins ; « centre » n'en est pas, une agence bancaire peut être celle du centre. */
    private static final Set<String> NATURES = Set.of(
            "ch",
            "chi",
            "chic",
            "chr",
            "chru",
            "chs",
            "chu",
            "clinique",
            "gcs",
            "ghu",
            "ght",
            "had",
            "hopital",
            "hopitaux",
            "hospitalier",
            "hospitaliers",
            "hospitalisation");

    private static final int MOT_DE_LIAISON = 4;

    private NomSurLeRib() {}

    /**
     * Les deux tiers de ses mots propres suffisent ; un nom qui n'en a pas se cherche entier. Un seul n'est souvent que celui
     * d'une ville, que l'adresse de la banque porte aussi : il faut alors lire avec lui ce qu'est l'établissement.
     */
    static boolean reconnu(String nom, String texte) {
        var dits = mots(texte);
        dits.addAll(mots(texte.replace(".", ""))); // C.H.U.
        var tous = mots(nom);
        var propres = tous.stream().filter(mot -> !COMMUNS.contains(mot)).collect(Collectors.toSet());
        var cherches = propres.isEmpty() ? tous : propres;
        var trouves = cherches.stream().filter(dits::contains).count();
        return !cherches.isEmpty()
                && trouves * 3 >= cherches.size() * 2L
                && (propres.size() != 1 || natureDite(tous, dits));
    }

    private static boolean natureDite(Set<String> nom, Set<String> dits) {
        var deSoins = !Collections.disjoint(nom, NATURES);
        var attendus = deSoins
                ? NATURES
                : nom.stream()
                        .filter(mot -> COMMUNS.contains(mot) && mot.length() > MOT_DE_LIAISON)
                        .collect(Collectors.toSet());
        return attendus.isEmpty() || !Collections.disjoint(attendus, dits);
    }

    private static Set<String> mots(String texte) {
        var mots = new HashSet<>(Arrays.asList(Mots.indexer(texte).split(" ")));
        mots.remove("");
        return mots;
    }
}
