package fr.convergence.portail.referentiel;

import fr.convergence.portail.registre.RapportImport.Rejet;
import java.util.List;
import java.util.regex.Pattern;

/** Les lignes écartées, pour un tableur : UTF-8 annoncé, points-virgules, tout entre guillemets. */
final class RejetsEnCsv {

    private static final String MARQUE_UTF_8 = "\uFEFF";
    /** Un tableur prendrait pour une formule une case qui commence ainsi. */
    private static final Pattern FORMULE = Pattern.compile("^[=+\\-@\t\r]");

    private RejetsEnCsv() {}

    static String ecrire(List<Rejet> rejets) {
        var csv = new StringBuilder(MARQUE_UTF_8).append("\"fichier\";\"ligne\";\"raison\"\r\n");
        for (var rejet : rejets) {
            csv.append(cellule(rejet.fichier()))
                    .append(';')
                    .append(rejet.ligne())
                    .append(';')
                    .append(cellule(rejet.motif()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String cellule(String texte) {
        var sure = FORMULE.matcher(texte).find() ? "'" + texte : texte;
        return '"' + sure.replace("\"", "\"\"") + '"';
    }
}
