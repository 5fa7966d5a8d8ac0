package fr.convergence.portail.definition;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.page.Typographie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Les genres de champs dont sont faites les définitions. */
public final class Genres {

    private static final Pattern TAILLE = Pattern.compile("(\\d{1,4}) (o|ko|Mo|Go)");
    private static final Map<String, Long> UNITES =
            Map.of("o", 1L, "ko", 1_000L, "Mo", 1_000_000L, "Go", 1_000_000_000L);

    private Genres() {}

    /** Un texte d'une ligne ou de plusieurs, d'au plus {@code longueur} caractères. */
    public static Genre<String> texte(int longueur) {
        return texte(longueur, UnaryOperator.identity());
    }

    /** Un texte que l'usager lira, composé comme tous ceux du site ; le fichier garde ses espaces et ses apostrophes. */
    public static Genre<String> lisible(int longueur) {
        return texte(longueur, Typographie::composer);
    }

    private static Genre<String> texte(int longueur, UnaryOperator<String> rendu) {
        return new Scalaire<>(
                "un texte d’au plus " + longueur + " caractères",
                type("string").put("maxLength", longueur).put("minLength", 1),
                "",
                s -> s.estTexte() && !s.texte().isBlank() && s.texte().length() <= longueur && imprimable(s.texte())
                        ? Optional.of(rendu.apply(s.texte().strip()))
                        : Optional.empty());
    }

    /** Un mot d'une forme donnée, dite à l'auteur par {@code attendu} ; {@code lecture} peut encore le refuser. */
    public static <T> Genre<T> motif(String attendu, Pattern motif, T temoin, Function<String, Optional<T>> lecture) {
        return new Scalaire<>(
                attendu,
                type("string").put("pattern", "^(" + motif.pattern() + ")$"),
                temoin,
                s -> s.estTexte() && motif.matcher(s.texte()).matches() ? lecture.apply(s.texte()) : Optional.empty());
    }

    public static Genre<String> motif(String attendu, Pattern motif) {
        return motif(attendu, motif, "", Optional::of);
    }

    public static Genre<Boolean> booleen() {
        return new Scalaire<>(
                "true ou false",
                type("boolean"),
                false,
                s -> s.estBooleen() ? Optional.of(s.texte().equals("true")) : Optional.empty());
    }

    public static Genre<Integer> entier(int min, int max) {
        return new Scalaire<>(
                "un nombre entier de " + min + " à " + max,
                type("integer").put("minimum", min).put("maximum", max),
                min,
                s -> Optional.of(s)
                        .filter(Noeud.Scalaire::estEntier)
                        .map(e -> Long.parseLong(e.texte()))
                        .filter(n -> n >= min && n <= max)
                        .map(Long::intValue));
    }

    public static Genre<BigDecimal> nombre() {
        return new Scalaire<>(
                "un nombre",
                type("number"),
                BigDecimal.ZERO,
                s -> s.estNombre() ? Optional.of(new BigDecimal(s.texte())) : Optional.empty());
    }

    /** Une taille de fichier en octets, écrite « 10 Mo » ; les unités sont décimales, comme à l'écran. */
    public static Genre<Long> taille() {
        return motif("une taille comme « 10 Mo » (unités o, ko, Mo, Go)", TAILLE, 1L, texte -> {
            var taille = TAILLE.matcher(texte).results().findFirst().orElseThrow();
            return Optional.of(Long.parseLong(taille.group(1)) * requireNonNull(UNITES.get(taille.group(2))));
        });
    }

    /** L'une des valeurs d'une énumération, écrite comme elle ou en minuscules. */
    public static <E extends Enum<E>> Genre<E> parmi(Class<E> valeurs, boolean minuscules) {
        return parmi(List.of(valeurs.getEnumConstants()), minuscules);
    }

    /** @param valeurs celles que l'on admet d'une énumération, une au moins */
    public static <E extends Enum<E>> Genre<E> parmi(List<E> valeurs, boolean minuscules) {
        Map<String, E> parNom = valeurs.stream()
                .collect(Collectors.toMap(
                        e -> minuscules ? e.name().toLowerCase(Locale.ROOT) : e.name(),
                        Function.identity(),
                        (a, _) -> a,
                        LinkedHashMap::new));
        var schema = type("string");
        var enumeration = schema.putArray("enum");
        parNom.keySet().forEach(enumeration::add);
        return new Scalaire<>(
                "l’un des mots " + String.join(", ", parNom.keySet()),
                schema,
                valeurs.getFirst(),
                s -> Optional.ofNullable(parNom.get(s.texte())));
    }

    public static <T> Genre<List<T>> liste(Genre<T> genre, int min, int max) {
        return new Liste<>(genre, min, max);
    }

    /** Un objet aux champs connus, lu par {@code lecture}. */
    public static <T> Genre<T> fiche(Function<Fiche, T> lecture) {
        return new Objet<>(lecture);
    }

    static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static boolean imprimable(String texte) {
        return texte.codePoints()
                .noneMatch(c -> c != '\n' && Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private record Scalaire<T>(
            String attendu, ObjectNode schema, T temoin, Function<Noeud.Scalaire, Optional<T>> lecture)
            implements Genre<T> {

        @Override
        public Optional<T> lire(String cle, Noeud noeud, Defauts defauts) {
            var lue = noeud instanceof Noeud.Scalaire s ? lecture.apply(s) : Optional.<T>empty();
            if (lue.isEmpty()) {
                defauts.ajouter(noeud.ligne(), "« " + cle + " » : " + attendu + " est attendu" + trouve(noeud));
            }
            return lue;
        }

        private static String trouve(Noeud noeud) {
            return switch (noeud) {
                case Noeud.Scalaire s when s.estRien() -> ", il n’y a rien";
                case Noeud.Scalaire s when s.texte().length() > 60 -> "";
                case Noeud.Scalaire s when s.estTexte() -> ", pas « " + s.texte() + " »";
                case Noeud.Scalaire s -> ", pas " + s.texte() + " (mettez-le entre guillemets si c’est un texte)";
                case Noeud.Suite _ -> ", pas une liste";
                case Noeud.Objet _ -> ", pas un objet";
            };
        }
    }

    private record Liste<T>(Genre<T> genre, int min, int max) implements Genre<List<T>> {

        @Override
        public Optional<List<T>> lire(String cle, Noeud noeud, Defauts defauts) {
            if (!(noeud instanceof Noeud.Suite(var elements, var _))) {
                defauts.ajouter(noeud.ligne(), "« " + cle + " » : une liste est attendue");
                return Optional.empty();
            }
            if (elements.size() < min || elements.size() > max) {
                defauts.ajouter(
                        noeud.ligne(),
                        "« " + cle + " » : de " + min + " à " + max + " éléments sont attendus, pas "
                                + elements.size());
                return Optional.empty();
            }
            var lus = new ArrayList<T>();
            elements.forEach(e -> genre.lire(cle, e, defauts).ifPresent(lus::add));
            return Optional.of(List.copyOf(lus));
        }

        @Override
        public ObjectNode schema() {
            var schema = type("array").put("minItems", min).put("maxItems", max);
            schema.set("items", genre.schema());
            return schema;
        }

        @Override
        public List<T> temoin() {
            return List.of();
        }
    }

    private record Objet<T>(Function<Fiche, T> lecture) implements Genre<T> {

        @Override
        public Optional<T> lire(String cle, Noeud noeud, Defauts defauts) {
            if (!(noeud instanceof Noeud.Objet objet)) {
                defauts.ajouter(noeud.ligne(), "« " + cle + " » : un objet (des « clé: valeur ») est attendu");
                return Optional.empty();
            }
            return Optional.of(FicheLue.lire(objet, defauts, lecture));
        }

        @Override
        public ObjectNode schema() {
            return FicheDecrite.decrire(lecture);
        }

        @Override
        public T temoin() {
            return lecture.apply(new FicheDecrite());
        }
    }
}
