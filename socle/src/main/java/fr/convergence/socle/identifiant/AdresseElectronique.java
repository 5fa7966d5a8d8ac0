package fr.convergence.socle.identifiant;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Une adresse électronique (RFC 5321, sans les formes que personne n'emploie : guillemets, adresse IP). Le domaine est
 * gardé en minuscules et en ASCII ; la partie locale telle qu'elle a été écrite.
 */
public record AdresseElectronique(String valeur) {

    private static final int LONGUEUR = 254; // RFC 5321, 4.5.3.1.3, les chevrons ôtés
    private static final int LONGUEUR_LOCALE = 64; // RFC 5321, 4.5.3.1.1
    private static final int LONGUEUR_DOMAINE = 253;
    private static final Pattern LOCALE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final String ETIQUETTE = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAINE = Pattern.compile("(" + ETIQUETTE + "\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");
    /** IDNA 2003 et 2008 n'en font pas le même domaine : on ne choisit pas à la place de l'usager. */
    private static final Pattern AMBIGU = Pattern.compile("[ßςẞ\\u200c\\u200d]");

    /** Ceux qu'un traitement de texte met à la place de l'apostrophe : « d’arc@… ». L'accent grave, lui, y est permis. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019]");

    private static final MotDAnnonce ANNONCE =
            new MotDAnnonce("mailto", "(?:adresse )?(?:e-?mail|m[ée]l|courriel|[ée]lectronique)");

    public AdresseElectronique {
        RefusDeLecture.interdire(refus(valeur));
    }

    /** Un domaine accentué est admis et gardé sous sa forme « xn-- » ; « mailto: » recopié devant est ôté. */
    public static Lecture<AdresseElectronique> lire(@Nullable String saisie) {
        return Lecture.de(canonique(saisie), AdresseElectronique::new);
    }

    /** Ce qui suit l'arobase. */
    public String domaine() {
        return valeur.substring(valeur.indexOf('@') + 1);
    }

    /** Ce qui précède l'arobase. */
    public String partieLocale() {
        return valeur.substring(0, valeur.indexOf('@'));
    }

    /** Deux adresses de même clé sont à la même personne : aucun hébergeur ne distingue plus les capitales. */
    public String cle() {
        return valeur.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static String canonique(@Nullable String saisie) {
        var texte = APOSTROPHES
                .matcher(FormeNormale.traitsJoints(ANNONCE.otee(saisie)))
                .replaceAll("'");
        var arobase = texte.lastIndexOf('@');
        return texte.length() > LONGUEUR || arobase < 0
                ? texte
                : texte.substring(0, arobase + 1) + enAscii(texte.substring(arobase + 1));
    }

    private static String enAscii(String domaine) {
        if (domaine.chars().allMatch(c -> c < 0x80)) {
            return domaine.toLowerCase(Locale.ROOT);
        }
        if (AMBIGU.matcher(domaine).find()) {
            return domaine;
        }
        try {
            return IDN.toASCII(domaine, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return domaine; // le contrôle du domaine dira ce qui ne va pas
        }
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (texte.length() > LONGUEUR) {
            return RefusDeLecture.de("identifiant.adresse_electronique.longueur", LONGUEUR);
        }
        var arobase = texte.indexOf('@');
        if (arobase < 0) {
            return RefusDeLecture.de("identifiant.adresse_electronique.arobase");
        }
        if (texte.indexOf('@', arobase + 1) >= 0) {
            return RefusDeLecture.de("identifiant.adresse_electronique.arobases");
        }
        if (arobase > LONGUEUR_LOCALE
                || !LOCALE.matcher(texte.substring(0, arobase)).matches()) {
            return RefusDeLecture.de("identifiant.adresse_electronique.locale");
        }
        var domaine = texte.substring(arobase + 1);
        return domaine.length() > LONGUEUR_DOMAINE || !DOMAINE.matcher(domaine).matches()
                ? RefusDeLecture.de("identifiant.adresse_electronique.domaine")
                : null;
    }
}
