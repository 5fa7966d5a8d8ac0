package fr.convergence.socle.courriel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Juge un modèle que l'opérateur réécrit, d'après celui qui est livré : un courriel qui part doit servir encore. */
final class ExamenDeModele {

    private static final Pattern BALISE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NOM = Pattern.compile("\\s*(\\w+)\\s*");
    private static final Pattern LIEN_SECRET = Pattern.compile("]\\(([^)]*\\{\\{jeton}}[^)]*)\\)");
    private static final String CODE = "{{code}}";
    private static final String LISTE = "{{" + Redaction.LISTE + "}}";

    /** Celles que {@link Courriels} donne à tous. */
    private static final Set<String> TOUJOURS = Set.of("service", "site", "support");

    private ExamenDeModele() {}

    /** Les variables qu'un modèle peut citer, par ordre alphabétique : celles du modèle livré, et celles de tous. */
    static Set<String> variables(Modele livre) {
        var noms = new TreeSet<>(TOUJOURS);
        var balises = BALISE.matcher(livre.objet() + "\n" + livre.corps());
        while (balises.find()) {
            var nom = NOM.matcher(balises.group(1));
            if (nom.matches()) {
                noms.add(nom.group(1));
            }
        }
        return noms;
    }

    static List<ReprocheDeModele> juger(Modele reecrit, Modele livre) {
        var texte = reecrit.objet() + "\n" + reecrit.corps();
        var reproches = new ArrayList<ReprocheDeModele>();
        var connues = variables(livre);
        var balises = BALISE.matcher(texte);
        while (balises.find()) {
            var nom = NOM.matcher(balises.group(1));
            if (!nom.matches()) {
                reproches.add(new ReprocheDeModele.Illisible(balises.group()));
            } else if (!connues.contains(nom.group(1))) {
                reproches.add(new ReprocheDeModele.Inconnue(nom.group(1)));
            }
        }
        var reste = balises.replaceAll("");
        if (reste.contains("{{") || reste.contains("}}")) {
            reproches.add(new ReprocheDeModele.Illisible(reste.contains("{{") ? "{{" : "}}"));
        }
        if (livre.corps().contains(CODE) && !reecrit.corps().contains(CODE)) {
            reproches.add(new ReprocheDeModele.Perdu(CODE));
        }
        if (livre.corps().contains(LISTE) && !reecrit.corps().contains(LISTE)) {
            reproches.add(new ReprocheDeModele.Perdu(LISTE));
        }
        var liens = LIEN_SECRET.matcher(livre.corps());
        while (liens.find()) {
            if (!reecrit.corps().contains(liens.group(1))) {
                reproches.add(new ReprocheDeModele.Perdu(liens.group(1)));
            }
        }
        return reproches.stream().distinct().toList();
    }
}
