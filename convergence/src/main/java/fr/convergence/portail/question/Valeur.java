package fr.convergence.portail.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.convergence.socle.identifiant.FormeNormale;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Ce que le référent a saisi à une question, sous la forme du type quand elle se lit, tel quel sinon : rien de ce qu'il
 * tape ne se perd. En JSON : une chaîne, une liste de chaînes, ou un objet de parties nommées.
 */
public sealed interface Valeur {

    Valeur VIDE = new Simple("");

    boolean estVide();

    @JsonValue
    JsonNode json();

    /** Une absence de réponse en vaut une autre. */
    default boolean memeQue(Valeur autre) {
        return equals(autre) || estVide() && autre.estVide();
    }

    /** La partie de ce nom ; la valeur entière quand le nom est vide. */
    default Valeur partie(String nom) {
        return nom.isEmpty() ? this : VIDE;
    }

    default String texte() {
        return "";
    }

    default List<String> elements() {
        return List.of();
    }

    record Simple(String texte) implements Valeur {

        @Override
        public boolean estVide() {
            return FormeNormale.vide(texte);
        }

        @Override
        public List<String> elements() {
            return estVide() ? List.of() : List.of(texte);
        }

        @Override
        public JsonNode json() {
            return JsonNodeFactory.instance.stringNode(texte);
        }
    }

    record Liste(List<String> elements) implements Valeur {

        public Liste {
            elements = List.copyOf(elements);
        }

        @Override
        public boolean estVide() {
            return elements.isEmpty();
        }

        @Override
        public JsonNode json() {
            var tableau = JsonNodeFactory.instance.arrayNode();
            elements.forEach(tableau::add);
            return tableau;
        }
    }

    record Bloc(Map<String, Valeur> parties) implements Valeur {

        public Bloc {
            parties = Collections.unmodifiableMap(new TreeMap<>(parties));
        }

        @Override
        public boolean estVide() {
            return parties.values().stream().allMatch(Valeur::estVide);
        }

        @Override
        public Valeur partie(String nom) {
            return nom.isEmpty() ? this : parties.getOrDefault(nom, VIDE);
        }

        @Override
        public JsonNode json() {
            var objet = JsonNodeFactory.instance.objectNode();
            parties.forEach((nom, partie) -> objet.set(nom, partie.json()));
            return objet;
        }
    }

    static Valeur simple(String texte) {
        return texte.isEmpty() ? VIDE : new Simple(texte);
    }

    @JsonCreator
    static Valeur de(JsonNode json) {
        if (json.isObject()) {
            var parties = new TreeMap<String, Valeur>();
            json.properties().forEach(p -> parties.put(p.getKey(), de(p.getValue())));
            return new Bloc(parties);
        }
        if (json.isArray()) {
            return new Liste(json.valueStream().map(JsonNode::asString).toList());
        }
        return json.isNull() ? VIDE : simple(json.asString());
    }
}
