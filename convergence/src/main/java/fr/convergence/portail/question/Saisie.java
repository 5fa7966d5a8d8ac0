package fr.convergence.portail.question;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ce que le navigateur a envoyé pour une question, partie par partie ; la partie sans nom est la question elle-même.
 *
 * <p>On n'en ôte que ce qui ne s'écrit pas et que PostgreSQL refuse dans un JSON (le caractère nul, les moitiés de
 * caractères) ; les accents sont recomposés, pour que deux textes qui se lisent pareil soient égaux.
 */
public record Saisie(Map<String, List<String>> parties) {

    public Saisie {
        var copie = new LinkedHashMap<String, List<String>>();
        parties.forEach((nom, valeurs) ->
                copie.put(nom, valeurs.stream().map(Saisie::ecrit).toList()));
        parties = Map.copyOf(copie);
    }

    /** Tire des paramètres d'un formulaire ceux de cette question : « iban », « dsi.nom »… */
    public static Saisie de(String id, Map<String, List<String>> parametres) {
        var parties = new LinkedHashMap<String, List<String>>();
        parametres.forEach((champ, valeurs) -> {
            if (champ.equals(id)) {
                parties.put("", valeurs);
            } else if (champ.startsWith(id + ".")) {
                parties.put(champ.substring(id.length() + 1), valeurs);
            }
        });
        return new Saisie(parties);
    }

    public List<String> partie(String nom) {
        return parties.getOrDefault(nom, List.of());
    }

    private static String ecrit(String texte) {
        var sain = texte.codePoints()
                .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        return Normalizer.normalize(sain, Normalizer.Form.NFC).strip();
    }
}
