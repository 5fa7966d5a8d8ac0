package fr.convergence.socle.reglage;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Ce qu'un réglage peut valoir, et ce qu'on dit de ce qu'il ne peut pas valoir. */
enum GenreDeReglage {
    TEXTE(valeur -> true, ""),
    OUI_NON(valeur -> Set.of("", "true", "false").contains(valeur.toLowerCase(Locale.ROOT)), "true ou false attendu"),
    NOMBRE(valeur -> Integer.parseInt(valeur) > 0, "un nombre entier positif attendu"),
    DUREE(valeur -> DurationStyle.detectAndParse(valeur).isPositive(), "une durée attendue, « 60s » ou « 5m »"),
    TAILLE(valeur -> DataSize.parse(valeur).toBytes() > 0, "une taille attendue, « 110MB »"),
    PORT(valeur -> Integer.parseInt(valeur) > 0 && Integer.parseInt(valeur) < 65_536, "un port attendu, de 1 à 65535"),
    PORT_OU_ZERO(valeur -> valeur.equals("0") || PORT.admet(valeur), "un port attendu, de 0 à 65535"),
    COURRIEL(GenreDeReglage::adresse, "une adresse e-mail attendue, « nom@exemple.fr »"),
    COURRIELS(
            valeur -> Arrays.stream(valeur.split(",", -1)).map(String::strip).allMatch(GenreDeReglage::adresse),
            "des adresses e-mail attendues, séparées par des virgules"),
    SITE(GenreDeReglage::site, "l’adresse du site attendue, sans barre finale, « https://exemple.fr »"),
    BASE(valeur -> valeur.startsWith("jdbc:postgresql:"), "une adresse « jdbc:postgresql://hôte:5432/base » attendue"),
    ANTIVIRUS(
            valeur -> valeur.isBlank() || valeur.startsWith("unix:/") || clamd(valeur),
            "« tcp://hôte:3310 » ou « unix:/chemin » attendu"),
    DEPOT(valeur -> Set.of("dossier", "s3").contains(valeur.strip().toLowerCase(Locale.ROOT)), "dossier ou s3 attendu"),
    COMMANDE_DU_DEPOT(
            valeur -> Set.of("copier", "basculer", "verifier").contains(valeur),
            "copier, basculer ou verifier attendu"),
    SEAU(
            valeur -> valeur.isBlank() || valeur.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
            "le nom d’un seau attendu, de 3 à 63 minuscules, chiffres, points et tirets"),
    PREFIXE(
            valeur -> valeur.isBlank() || valeur.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/"),
            "un préfixe qui finit par une barre attendu, « convergence/ »"),
    DOSSIER(GenreDeReglage::dossier, "un dossier où ce compte peut écrire attendu"),
    FICHIER(valeur -> !valeur.isBlank() && !Files.isDirectory(Path.of(valeur)), "un fichier attendu, pas un dossier");

    private static final Pattern CLAMD = Pattern.compile("tcp://[^:/\\s]+:(\\d{1,5})/?");

    private final Predicate<String> admis;
    private final String attendu;

    GenreDeReglage(Predicate<String> admis, String attendu) {
        this.admis = admis;
        this.attendu = attendu;
    }

    /** « port-ou-zero », comme la liste des réglages l'écrit. */
    static GenreDeReglage lire(String nom) {
        return valueOf(nom.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Ce qui manque à cette valeur ; vide quand elle convient. */
    Optional<String> reproche(String valeur) {
        return admet(valeur) ? Optional.empty() : Optional.of(attendu);
    }

    private boolean admet(String valeur) {
        try {
            return admis.test(valeur);
        } catch (IllegalArgumentException illisible) {
            return false;
        }
    }

    private static boolean adresse(String valeur) {
        try {
            new InternetAddress(valeur, true).validate();
            return valeur.indexOf('@') > 0;
        } catch (AddressException illisible) {
            return false;
        }
    }

    private static boolean site(String valeur) {
        var adresse = URI.create(valeur);
        return Set.of("http", "https").contains(String.valueOf(adresse.getScheme()))
                && adresse.getHost() != null
                && !valeur.endsWith("/")
                && adresse.getRawQuery() == null
                && adresse.getRawFragment() == null;
    }

    private static boolean clamd(String valeur) {
        var lu = CLAMD.matcher(valeur);
        return lu.matches() && PORT.admet(lu.group(1));
    }

    /** Le dossier, ou le plus proche de ceux qui le contiendront. */
    private static boolean dossier(String valeur) {
        try {
            for (var dossier = Path.of(valeur).toAbsolutePath(); dossier != null; dossier = dossier.getParent()) {
                if (Files.exists(dossier)) {
                    return Files.isDirectory(dossier) && Files.isWritable(dossier);
                }
            }
            return false;
        } catch (InvalidPathException illisible) {
            return false;
        }
    }
}
