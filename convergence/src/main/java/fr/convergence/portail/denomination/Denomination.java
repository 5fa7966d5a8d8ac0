package fr.convergence.portail.denomination;

import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * La seule façon de nommer un candidat, à l'écran, dans les courriels, les listes et les PDF : un GHT par son territoire,
 * son code et son support, « GHT Est Hérault et Sud Aveyron (OCC-04) – CHU de Montpellier » ; une entité juridique par sa
 * raison sociale, telle que publiée, et son FINESS. Un territoire seul (« GERS ») ne dit pas qui candidate.
 */
public final class Denomination {

    private static final String GHT = "GHT ";

    /** Le sigle d'un hôpital public, suivi d'autre chose que « de », « du », « d' ». */
    private static final Pattern SIGLE_ET_LIEU = Pattern.compile("(CH|CHD|CHI|CHIC|CHR|CHRU|CHS|CHU) (.+)");

    private static final Pattern VOYELLE = Pattern.compile("[AEIOUYÀÂÉÈÊËÎÏÔÙÛŒ].*");

    private static final Pattern COMMUNE_A_ARTICLE = Pattern.compile("(La|Le|Les) \\p{L}+");

    private Denomination() {}

    public static String duGht(CodeGht code, String nom, String raisonDuSupport, String communeDuSupport) {
        return "%s (%s) – %s".formatted(intitule(nom), code.valeur(), support(raisonDuSupport, communeDuSupport));
    }

    public static String deLEntite(String raisonSociale, Finess finess) {
        return "%s (%s)".formatted(raisonSociale.replace('\'', '’'), finess.valeur());
    }

    /** « GHT Est Hérault et Sud Aveyron » ; un nom qui commence par « GHT » ne le dit pas deux fois. */
    public static String intitule(String nom) {
        var rendu = Casse.de(nom);
        return rendu.startsWith(GHT) ? rendu : GHT + rendu;
    }

    /** « CHU MONTPELLIER », à Montpellier, se dit « CHU de Montpellier » ; « CHU GRENOBLE ALPES » reste. */
    private static String support(String raison, String commune) {
        var capitales = raison.strip().toUpperCase(Locale.FRENCH);
        var lu = SIGLE_ET_LIEU.matcher(capitales);
        if (!capitales.equals(raison.strip()) || !lu.matches() || !estLaCommune(lu.group(2), commune)) {
            return avecArticle(Casse.de(raison), commune);
        }
        return lu.group(1) + " " + avecDe(lu.group(2));
    }

    private static boolean estLaCommune(String lieu, String commune) {
        return (saint(commune) + " ").startsWith(saint(lieu) + " ");
    }

    /** « ST LO » et « SAINT-LO » sont la même ville. */
    private static String saint(String lieu) {
        return Casse.sansAccents(lieu).replaceAll("\\bst\\b", "saint").replaceAll("\\bste\\b", "sainte");
    }

    /** L'article d'une commune fait partie de son nom : « de La Rochelle ». */
    private static String avecArticle(String nom, String commune) {
        var lue = COMMUNE_A_ARTICLE.matcher(Casse.de(commune));
        return lue.lookingAt()
                ? nom.replace(
                        lue.group().toLowerCase(Locale.FRENCH).charAt(0)
                                + lue.group().substring(1),
                        lue.group())
                : nom;
    }

    private static String avecDe(String lieu) {
        if (lieu.startsWith("LE ")) {
            return "du " + Casse.de(lieu.substring(3));
        }
        if (lieu.startsWith("LES ")) {
            return "des " + Casse.de(lieu.substring(4));
        }
        return (VOYELLE.matcher(lieu).matches() ? "d’" : "de ") + Casse.de(lieu);
    }
}
