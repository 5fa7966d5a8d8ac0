package fr.convergence.portail.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.FormeNormale;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Ce que le référent a saisi à une question, sous la forme du type quand elle se lit, tel quel sinon : rien de ce qu'il
 * tape ne se perd. En JSON : une chaîne, une liste de chaînes, un objet de parties nommées, ou une liste de lignes.
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

    default List<Ligne> lignes() {
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

    /** Des lignes, chacune d'une entité, dans l'ordre où elles se lisent. */
    record Tableau(List<Ligne> lignes) implements Valeur {

        public Tableau {
            lignes = List.copyOf(lignes);
        }

        @Override
        public boolean estVide() {
            return lignes.stream().allMatch(Ligne::estVide);
        }

        /** @param nom celui d'une cellule : « 750712184/couverture » */
        @Override
        public Valeur partie(String nom) {
            if (nom.isEmpty()) {
                return this;
            }
            // Lue des centaines de fois par évaluation : un préfixe suffit, l'entité d'une ligne est déjà vérifiée.
            var entite = nom.indexOf('/');
            return lignes.stream()
                    .filter(ligne -> ligne.lot().finess().valeur().length() == entite
                            && nom.startsWith(ligne.lot().finess().valeur()))
                    .findFirst()
                    .map(ligne -> ligne.cellule(nom.substring(entite + 1)))
                    .orElse(VIDE);
        }

        @Override
        public JsonNode json() {
            var tableau = JsonNodeFactory.instance.arrayNode();
            lignes.forEach(ligne -> tableau.add(ligne.json()));
            return tableau;
        }
    }

    /** Ce qui est répondu pour une entité, colonne par colonne ; elle y garde le nom qu'elle avait. */
    record Ligne(Lot lot, Map<String, Valeur> cellules) {

        public Ligne {
            cellules = Collections.unmodifiableMap(new TreeMap<>(cellules));
        }

        public Valeur cellule(String colonne) {
            return cellules.getOrDefault(colonne, VIDE);
        }

        private boolean estVide() {
            return cellules.values().stream().allMatch(Valeur::estVide);
        }

        private JsonNode json() {
            var objet = JsonNodeFactory.instance.objectNode();
            objet.put("lot", lot.finess().valeur()).put("nom", lot.nom());
            var reponses = objet.putObject("reponses");
            cellules.forEach((colonne, cellule) -> reponses.set(colonne, cellule.json()));
            return objet;
        }

        private static Ligne de(JsonNode json) {
            var cellules = new TreeMap<String, Valeur>();
            json.required("reponses")
                    .properties()
                    .forEach(cellule -> cellules.put(cellule.getKey(), Valeur.de(cellule.getValue())));
            var lot = new Lot(
                    new Finess(json.required("lot").asString()),
                    json.required("nom").asString());
            return new Ligne(lot, cellules);
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
            return !json.isEmpty() && json.get(0).isObject()
                    ? new Tableau(json.valueStream().map(Ligne::de).toList())
                    : new Liste(json.valueStream().map(JsonNode::asString).toList());
        }
        return json.isNull() ? VIDE : simple(json.asString());
    }
}
