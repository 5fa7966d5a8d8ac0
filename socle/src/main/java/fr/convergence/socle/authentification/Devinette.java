package fr.convergence.socle.authentification;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.nulabinc.zxcvbn.matchers.SlantedKeyboardLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ce qu'il faudrait d'essais pour trouver un mot de passe : zxcvbn, à qui l'on apprend le français et l'azerty. */
final class Devinette {

    /** Le calcul croît comme le carré de la longueur, et au-delà n'apprend plus rien. */
    private static final int LONGUEUR_MESUREE = 64;

    /**
     * zxcvbn essaie toutes les façons de lire des lettres sous ces signes : mêlés tous ensemble, cent d'entre eux prennent
     * plus de dix secondes. Passé ce nombre de signes différents, les chiffres seuls sont encore lus comme des lettres.
     */
    private static final int SIGNES_LUS = 6;

    private static final Pattern SIGNE_OU_CHIFFRE = Pattern.compile("[0-9@({\\[<!|$+%]");
    private static final Pattern SIGNE = Pattern.compile("[@({\\[<!|$+%]");
    private static final Pattern BORDS = Pattern.compile("^[^a-z]+|[^a-z]+$");
    private static final Pattern FIN = Pattern.compile("[^a-z]+$");
    private static final Pattern SAUF_LETTRES = Pattern.compile("[^a-z]");

    /** Celui des comptes de la démonstration, que le README donne à tous. */
    private static final List<String> PUBLIES = List.of("quatretassesdethe");

    private static final int DEBUT_MIN = 6;
    private static final int DEBUT_RECONNU = 10;

    private final Zxcvbn zxcvbn;
    private final Set<String> courants;

    Devinette() {
        try {
            var anglais = StandardDictionaries.loadAllDictionaries();
            var francais = motsCourants();
            zxcvbn = new ZxcvbnBuilder()
                    .dictionaries(anglais)
                    .dictionary(new Dictionary("francais", francais))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .keyboard(new SlantedKeyboardLoader("azerty", () -> ressource("azerty.txt")).load())
                    .build();
            courants = new HashSet<>(francais);
            anglais.stream()
                    .filter(liste -> liste.getName().equals(StandardDictionaries.PASSWORDS))
                    .forEach(liste -> courants.addAll(liste.getFrequencies()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** De 0 (moins de mille essais) à 4 (plus de dix milliards). */
    int force(String clair, List<String> indices) {
        // Les accents ôtés pour les listes de mots, laissés pour le clavier, où ils sont des touches.
        return Stream.of(clair, sansAccents(clair))
                .map(Devinette::mesurable)
                .distinct()
                .mapToInt(texte -> zxcvbn.measure(texte, indices).getScore())
                .min()
                .orElse(0);
    }

    /** Vrai pour un mot de passe des listes, ou pour un mot des listes que l'on a seulement orné : « Azerty2026!! ». */
    boolean courant(String clair) {
        return formes(clair).stream()
                .flatMap(forme -> Stream.of(forme, ote(BORDS, forme), ote(SAUF_LETTRES, forme)))
                .anyMatch(forme -> forme.length() * 2 >= clair.length() && courants.contains(forme));
    }

    /** Vrai pour un mot de passe que notre documentation publie, pour son début, ou pour ce qu'on écrit à sa suite. */
    boolean publie(String clair) {
        return formes(clair).stream()
                .map(forme -> ote(SAUF_LETTRES, forme))
                .anyMatch(lettres -> PUBLIES.stream()
                        .anyMatch(publie -> (lettres.length() >= DEBUT_MIN && publie.startsWith(lettres))
                                || lettres.contains(publie.substring(0, DEBUT_RECONNU))));
    }

    /** Ce qu'un mot de passe cache sous ses capitales, ses accents et ses chiffres mis pour des lettres. */
    static Set<String> formes(String clair) {
        var simple = simple(clair);
        return Stream.of(simple, ote(FIN, simple), ote(BORDS, simple))
                .flatMap(forme -> Stream.of(forme, enLettres(forme, 'i'), enLettres(forme, 'l')))
                .collect(Collectors.toSet());
    }

    /** En minuscules, sans accents. */
    static String simple(String texte) {
        return sansAccents(texte).toLowerCase(Locale.ROOT);
    }

    private static String mesurable(String entier) {
        var texte = entier.substring(0, Math.min(entier.length(), LONGUEUR_MESUREE));
        var signes = SIGNE_OU_CHIFFRE
                .matcher(texte)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
        return signes > SIGNES_LUS ? SIGNE.matcher(texte).replaceAll("_") : texte;
    }

    private static String ote(Pattern motif, String texte) {
        return motif.matcher(texte).replaceAll("");
    }

    private static String sansAccents(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace("œ", "oe");
    }

    private static String enLettres(String texte, char un) {
        return texte.replace('0', 'o')
                .replace('1', un)
                .replace('!', un)
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replace('8', 'b');
    }

    private static List<String> motsCourants() throws IOException {
        try (var lecteur =
                new BufferedReader(new InputStreamReader(ressource("mots_courants.txt"), StandardCharsets.UTF_8))) {
            return lecteur.lines()
                    .filter(ligne -> !ligne.startsWith("#"))
                    .flatMap(ligne -> Arrays.stream(ligne.split(" ")))
                    .filter(mot -> !mot.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    private static InputStream ressource(String nom) {
        return Objects.requireNonNull(Devinette.class.getResourceAsStream(nom), nom);
    }
}
