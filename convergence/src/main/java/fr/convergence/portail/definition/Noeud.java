package fr.convergence.portail.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Un morceau d'un fichier de définition, qui sait à quelle ligne il est écrit. */
public sealed interface Noeud {

    int ligne();

    JsonNode json();

    /** Le même morceau, chacun de ses textes étant remplacé par celui que donne {@code regle}. */
    Noeud remplacer(UnaryOperator<String> regle);

    /** Un mot, un texte, un nombre ; {@code cite} quand il est entre guillemets, donc un texte à coup sûr. */
    record Scalaire(String texte, boolean cite, int ligne) implements Noeud {

        // Schéma « core » de YAML 1.2, sans l'octal ni l'hexadécimal, que personne n'écrit dans un formulaire.
        private static final Pattern ENTIER = Pattern.compile("[-+]?\\d{1,18}");
        private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,18}\\.\\d{1,9}");
        private static final Pattern BOOLEEN = Pattern.compile("true|false");
        private static final Pattern RIEN = Pattern.compile("|~|null");

        public boolean estRien() {
            return est(RIEN);
        }

        public boolean estEntier() {
            return est(ENTIER);
        }

        public boolean estNombre() {
            return estEntier() || est(DECIMAL);
        }

        public boolean estBooleen() {
            return est(BOOLEEN);
        }

        public boolean estTexte() {
            return !estRien() && !estNombre() && !estBooleen();
        }

        private boolean est(Pattern motif) {
            return !cite && motif.matcher(texte).matches();
        }

        @Override
        public JsonNode json() {
            var json = JsonNodeFactory.instance;
            if (estRien()) {
                return json.nullNode();
            }
            if (estBooleen()) {
                return json.booleanNode(texte.equals("true"));
            }
            if (estEntier()) {
                return json.numberNode(new BigInteger(texte));
            }
            return estNombre() ? json.numberNode(new BigDecimal(texte).stripTrailingZeros()) : json.stringNode(texte);
        }

        @Override
        public Noeud remplacer(UnaryOperator<String> regle) {
            return new Scalaire(regle.apply(texte), cite, ligne);
        }
    }

    record Suite(List<Noeud> elements, int ligne) implements Noeud {

        public Suite {
            elements = List.copyOf(elements);
        }

        @Override
        public JsonNode json() {
            var tableau = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> tableau.add(element.json()));
            return tableau;
        }

        @Override
        public Noeud remplacer(UnaryOperator<String> regle) {
            return new Suite(elements.stream().map(e -> e.remplacer(regle)).toList(), ligne);
        }
    }

    /** Des champs, dans l'ordre où ils sont écrits. */
    record Objet(Map<String, Champ> champs, int ligne) implements Noeud {

        public Objet {
            champs = Collections.unmodifiableMap(new LinkedHashMap<>(champs));
        }

        @Override
        public JsonNode json() {
            var objet = JsonNodeFactory.instance.objectNode();
            champs.forEach((cle, champ) -> objet.set(cle, champ.valeur().json()));
            return objet;
        }

        @Override
        public Noeud remplacer(UnaryOperator<String> regle) {
            var copie = new LinkedHashMap<String, Champ>();
            champs.forEach(
                    (cle, champ) -> copie.put(cle, new Champ(champ.valeur().remplacer(regle), champ.ligne())));
            return new Objet(copie, ligne);
        }
    }

    /** La valeur d'un champ, et la ligne de sa clé. */
    record Champ(Noeud valeur, int ligne) {}
}
