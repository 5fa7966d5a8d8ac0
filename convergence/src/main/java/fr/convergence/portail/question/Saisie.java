package fr.convergence.portail.question;

import fr.convergence.socle.identifiant.FormeNormale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ce que le navigateur a envoyé pour une question, partie par partie ; la partie sans nom est la question elle-même.
 *
 * <p>Chaque valeur y prend sa {@link FormeNormale} : rien d'invisible ne vaut une réponse, et deux textes qui se lisent
 * pareil sont égaux.
 */
public record Saisie(Map<String, List<String>> parties) {

    public Saisie {
        var copie = new LinkedHashMap<String, List<String>>();
        parties.forEach((nom, valeurs) ->
                copie.put(nom, valeurs.stream().map(FormeNormale::texte).toList()));
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
}
