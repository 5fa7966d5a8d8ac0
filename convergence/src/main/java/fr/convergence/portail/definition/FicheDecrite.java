package fr.convergence.portail.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Une fiche sans fichier : elle retient ce qu'on lui demande, et en tire le schéma JSON. */
final class FicheDecrite implements Fiche {

    private final Map<String, ObjectNode> champs = new LinkedHashMap<>();
    private final Set<String> obligatoires = new TreeSet<>();
    private final Map<String, FicheDecrite> variantes = new LinkedHashMap<>();
    private String discriminant = "";

    static ObjectNode decrire(Function<Fiche, ?> lecture) {
        return decrite(lecture).schema();
    }

    @Override
    public <T> T obligatoire(String cle, Genre<T> genre) {
        obligatoires.add(cle);
        champs.put(cle, genre.schema());
        return genre.temoin();
    }

    @Override
    public <T> Optional<T> facultatif(String cle, Genre<T> genre) {
        champs.put(cle, genre.schema());
        return Optional.empty();
    }

    @Override
    public <T> T variante(String cle, Map<String, Function<Fiche, T>> lectures) {
        discriminant = cle;
        lectures.forEach((nom, lecture) -> variantes.put(nom, decrite(lecture)));
        return lectures.values().iterator().next().apply(new FicheDecrite());
    }

    @Override
    public void refuser(String cle, String raison) {
        // Rien n'est écrit : rien n'est à refuser.
    }

    private static FicheDecrite decrite(Function<Fiche, ?> lecture) {
        var fiche = new FicheDecrite();
        lecture.apply(fiche);
        return fiche;
    }

    private ObjectNode schema() {
        var schema = Genres.type("object");
        var proprietes = schema.putObject("properties");
        if (!discriminant.isEmpty()) {
            obligatoires.add(discriminant);
            var noms = proprietes.putObject(discriminant).putArray("enum");
            variantes.keySet().forEach(noms::add);
        }
        champs.forEach(proprietes::set);
        obligatoires.forEach(schema.withArray("required")::add);
        variantes.forEach((nom, variante) -> schema.withArray("allOf").add(variante.siChoisie(discriminant, nom)));
        // « unevaluated » tient compte des champs de la variante choisie, « additional » non.
        return schema.put("unevaluatedProperties", false);
    }

    private ObjectNode siChoisie(String cle, String nom) {
        var schema = Genres.type("object");
        schema.remove("type");
        schema.putObject("if").putObject("properties").putObject(cle).put("const", nom);
        var alors = schema.putObject("then");
        champs.forEach(alors.putObject("properties")::set);
        obligatoires.forEach(alors.putArray("required")::add);
        return schema;
    }
}
