package fr.convergence.socle.identifiant;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Un nombre écrit à la française, à l'anglaise, à la suisse, ou recopié d'un tableur. */
public sealed interface NombreEcrit {

    Pattern TRAIT = Pattern.compile("^[\\u2010-\\u2015\\u2212]");
    Pattern FORME = Pattern.compile("[-+]?\\d{1,12}([.,]\\d{1,9})?");

    Pattern ESPACE_ENTRE_CHIFFRES = Pattern.compile("\\d\\s+\\d");

    /**
     * « 1 234 567,80 » : entre deux chiffres, une espace ne fait que grouper les milliers. « 12 5 » n’est pas 125 (une
     * virgule manquée), et deux lignes d’un tableur ne sont pas un nombre.
     */
    Pattern MILLIERS = Pattern.compile("[-+\\u2010-\\u2015\\u2212]?\\s*\\d{1,3}(?: +\\d{3})+(?:\\s*[.,]\\s*\\d+)?\\s*");

    /** « 39.380 » : un millier à l'allemande, ou trois décimales. Devant un zéro, ce ne peut être qu'une décimale. */
    Pattern DEUX_FACONS = Pattern.compile("[-+]?(?!0+[.,])\\d{1,3}[.,]\\d{3}");

    /** « 39.380,00 », « 39,380.00 », « 1.234.567 » : deux signes différents, ou le même deux fois, ne laissent pas de doute. */
    Pattern GROUPES =
            Pattern.compile("[-+]?\\d{1,3}((\\.\\d{3})+,\\d{1,9}|(,\\d{3})+\\.\\d{1,9}|(\\.\\d{3}){2,}|(,\\d{3}){2,})");

    /** « 1'234,50 ». */
    Pattern SUISSE = Pattern.compile("[-+]?\\d{1,3}(['\\u2019\\u2018`\\u00b4]\\d{3})+([.,]\\d{1,9})?");

    record Lu(BigDecimal nombre) implements NombreEcrit {}

    record Ambigu(BigDecimal grand, BigDecimal petit) implements NombreEcrit {}

    record Illisible() implements NombreEcrit {}

    /** @param milliemes vrai quand trois décimales sont attendues : une virgule y est alors une virgule */
    static NombreEcrit lire(String saisie, boolean milliemes) {
        var ecrit = FormeNormale.texte(saisie);
        if (ESPACE_ENTRE_CHIFFRES.matcher(ecrit).find()
                && !MILLIERS.matcher(ecrit).matches()) {
            return new Illisible();
        }
        var texte = TRAIT.matcher(FormeNormale.sansEspaces(ecrit)).replaceFirst("-");
        if (DEUX_FACONS.matcher(texte).matches() && !(milliemes && texte.indexOf(',') > 0)) {
            return new Ambigu(nombre(texte.replaceAll("[.,]", "")), nombre(texte));
        }
        if (GROUPES.matcher(texte).matches()) {
            texte = sansGroupes(texte);
        } else if (SUISSE.matcher(texte).matches()) {
            texte = texte.replaceAll("[^-+\\d.,]", "");
        }
        return FORME.matcher(texte).matches() ? new Lu(nombre(texte)) : new Illisible();
    }

    default Optional<BigDecimal> siLu() {
        return switch (this) {
            case Lu(var nombre) -> Optional.of(nombre);
            case Ambigu _, Illisible _ -> Optional.empty();
        };
    }

    /** « 39 380,5 ». */
    static String affiche(BigDecimal nombre) {
        var chiffres = nette(nombre).toPlainString().replace('.', ',');
        var virgule = chiffres.indexOf(',');
        var entiers = virgule < 0 ? chiffres : chiffres.substring(0, virgule);
        return entiers.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0")
                + (virgule < 0 ? "" : chiffres.substring(virgule));
    }

    private static String sansGroupes(String texte) {
        var dernier = Math.max(texte.lastIndexOf('.'), texte.lastIndexOf(','));
        var seul = texte.chars().filter(c -> c == texte.charAt(dernier)).count() == 1;
        var entiers = texte.substring(0, dernier).replaceAll("[.,]", "");
        return entiers + (seul ? "." : "") + texte.substring(dernier + 1);
    }

    private static BigDecimal nombre(String texte) {
        return nette(new BigDecimal(texte.replace(',', '.')));
    }

    private static BigDecimal nette(BigDecimal nombre) {
        var net = nombre.stripTrailingZeros();
        return net.scale() < 0 ? net.setScale(0) : net;
    }
}
