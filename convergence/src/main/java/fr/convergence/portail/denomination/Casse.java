package fr.convergence.portail.denomination;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rend leur casse aux noms que FINESS publie en capitales : « EST HÉRAULT ET SUD AVEYRON » se lit « Est Hérault et Sud
 * Aveyron ». Un sigle reste un sigle, un mot de liaison devient minuscule, un accent perdu ne revient qu'aux mots connus
 * d'ici : ce qu'on ne sait pas, on ne l'invente pas.
 */
final class Casse {

    /** Ce qui sépare deux mots ; une parenthèse entière est un mot, qui reste tel quel : « (ONE) ». */
    private static final Pattern MOT = Pattern.compile("\\([^)]*\\)|[\\p{L}\\p{N}]+");

    private static final Pattern ELISION_PERDUE = Pattern.compile("\\b([DL]) (?=[AEIOUYÉÈÊÎÔŒ])");
    private static final Pattern TIRET_COLLE_D_UN_COTE = Pattern.compile("(?<=\\S)- | -(?=\\S)");

    private static final Set<String> SIGLES = Set.of(
            "AP", "CH", "CHD", "CHI", "CHIC", "CHICAS", "CHR", "CHRU", "CHS", "CHU", "EPS", "EPSM", "GCS", "GH", "GHT",
            "GHU", "HCL", "HM", "HP", "NOVO", "SAPHIR");

    private static final Set<String> LIAISONS =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lès", "sur", "sous");

    private static final Set<String> ARTICLES = Set.of("la", "le", "les");

    /** Des noms communs et leurs adjectifs : minuscules, sauf en tête. */
    private static final Set<String> COMMUNS = Set.of(
            "agglomération",
            "centre",
            "général",
            "groupe",
            "groupement",
            "hospices",
            "hospitalier",
            "hospitalière",
            "hospitaliers",
            "hôpital",
            "hôpitaux",
            "intercommunal",
            "neurosciences",
            "psychiatrie",
            "psychiatrique",
            "public",
            "régional",
            "région",
            "spécialisé",
            "universitaire");

    /** « Normandie Centre » est un lieu. */
    private static final Set<String> LIEUX = Set.of("centre");

    /** Les mots que FINESS écrit sans accent ou en abrégé, quand il n'y a qu'une façon de les lire. */
    private static final Map<String, String> ECRITS = Stream.of(
                    "agglomération alençon angély angoulême ariège besançon béziers châteauroux cœur compiègne côte",
                    "créteil émeraude émile épinal étienne général hôpital hôpitaux île léman léon lézignan mâcon",
                    "métropole nérac nîmes orléans périgueux ré régional région réunion saône spécialisé tréguier vendée")
            .flatMap(ligne -> Stream.of(ligne.split(" ")))
            .collect(Collectors.toUnmodifiableMap(Casse::sansAccents, mot -> mot));

    private static final Map<String, String> ABREGES =
            Map.of("gal", "général", "grpe", "groupe", "hosp", "hospitalier");

    /** Un mot qui ne se lit ainsi qu'après un autre. */
    private static final List<Suite> SUITES =
            List.of(new Suite("franche", "comte", "comté"), new Suite("saint", "lo", "lô"));

    private record Suite(String avant, String mot, String ecrit) {}

    private Casse() {}

    /** Un texte qui a déjà des minuscules garde sa casse. */
    static String de(String texte) {
        var serre = texte.strip().replaceAll("\\s+", " ");
        return (serre.equals(serre.toUpperCase(Locale.FRENCH)) ? rendue(serre) : serre).replace('\'', '’');
    }

    /** Minuscules sans accents, les mots séparés d'une espace : deux façons d'écrire un lieu s'y retrouvent. */
    static String sansAccents(String texte) {
        return Normalizer.normalize(texte.toLowerCase(Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static String rendue(String capitales) {
        var texte = TIRET_COLLE_D_UN_COTE
                .matcher(ELISION_PERDUE.matcher(capitales).replaceAll("$1'"))
                .replaceAll(" - ");
        var rendu = new StringBuilder();
        var fin = 0;
        var precedent = "";
        var mots = MOT.matcher(texte);
        while (mots.find()) {
            rendu.append(texte, fin, mots.start());
            var mot = ecrit(mots.group(), precedent);
            rendu.append(casse(mot, precedent));
            precedent = mot;
            fin = mots.end();
        }
        return rendu.append(texte.substring(fin)).toString();
    }

    /** Le mot en minuscules, avec l'accent que FINESS lui a ôté ; un sigle ou un nombre tel quel. */
    private static String ecrit(String mot, String precedent) {
        if (SIGLES.contains(mot) || mot.startsWith("(") || mot.chars().anyMatch(Character::isDigit)) {
            return mot;
        }
        var minuscules = mot.toLowerCase(Locale.FRENCH);
        return SUITES.stream()
                .filter(suite -> suite.avant.equals(precedent) && suite.mot.equals(minuscules))
                .map(Suite::ecrit)
                .findFirst()
                .or(() -> Optional.ofNullable(ABREGES.get(minuscules)))
                .orElseGet(() -> ECRITS.getOrDefault(sansAccents(minuscules), minuscules));
    }

    private static String casse(String mot, String precedent) {
        if (mot.isEmpty() || !Character.isLowerCase(mot.charAt(0))) {
            return mot;
        }
        // Après un sigle, l'article fait partie du nom : « CH Les Chanaux ».
        var article = ARTICLES.contains(mot) && SIGLES.contains(precedent);
        var minuscule = !precedent.isEmpty()
                && !article
                && (LIAISONS.contains(mot) || COMMUNS.contains(mot) && !LIEUX.contains(mot));
        return minuscule ? mot : Character.toUpperCase(mot.charAt(0)) + mot.substring(1);
    }
}
