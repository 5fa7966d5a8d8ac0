package fr.convergence.portail.question;

import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genre;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.definition.Noeud;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Une réponse possible. S'écrit « - valide: Validé », ou « - valide » quand le code se lit bien.
 *
 * @param code ne change jamais de sens
 */
public record Option(String code, String libelle) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]{0,59}");
    private static final Genre<Option> GENRE = new GenreOption();

    static List<Option> lire(Fiche fiche) {
        var options = fiche.obligatoire("choix", Genres.liste(GENRE, 1, 200));
        var vues = new HashSet<String>();
        for (var option : options) {
            if (!vues.add(option.code())) {
                fiche.refuser("choix", "« " + option.code() + " » est proposé deux fois");
            }
        }
        return options;
    }

    private static final class GenreOption implements Genre<Option> {

        private static final Genre<String> CODE_SEUL = Genres.motif("un code (lettres, chiffres, _)", CODE);
        private static final Genre<String> LIBELLE = Genres.lisible(500);

        @Override
        public Optional<Option> lire(String cle, Noeud noeud, Defauts defauts) {
            if (noeud instanceof Noeud.Objet(var champs, var ligne) && champs.size() == 1) {
                var champ = champs.entrySet().iterator().next();
                var code = CODE_SEUL.lire(cle, new Noeud.Scalaire(champ.getKey(), true, ligne), defauts);
                var libelle = LIBELLE.lire(champ.getKey(), champ.getValue().valeur(), defauts);
                return code.flatMap(c -> libelle.map(l -> new Option(c, l)));
            }
            return CODE_SEUL.lire(cle, noeud, defauts).map(code -> new Option(code, lisible(code)));
        }

        @Override
        public ObjectNode schema() {
            var schema = JsonNodeFactory.instance.objectNode();
            var formes = schema.putArray("oneOf");
            formes.add(CODE_SEUL.schema());
            var paire = formes.addObject();
            paire.put("type", "object").put("minProperties", 1).put("maxProperties", 1);
            paire.putObject("propertyNames").put("pattern", "^" + CODE.pattern() + "$");
            paire.set("additionalProperties", LIBELLE.schema());
            return schema;
        }

        @Override
        public Option temoin() {
            return new Option("", "");
        }

        private static String lisible(String code) {
            return code.substring(0, 1).toUpperCase(java.util.Locale.FRENCH)
                    + code.substring(1).replace('_', ' ');
        }
    }
}
