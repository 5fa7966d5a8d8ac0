package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** D'une version à l'autre, un identifiant garde son sens : les réponses se comparent d'une année à la suivante. */
final class MemeSens {

    private MemeSens() {}

    static void verifier(Formulaire nouveau, Collection<Formulaire> publiees, BiConsumer<Question, String> refus) {
        var reference = nouveau.definition().reference();
        for (var publiee : publiees) {
            var ancienne = publiee.definition().reference();
            if (!ancienne.code().equals(reference.code())) {
                throw new IllegalArgumentException(ancienne + " n’est pas une version de " + reference.code());
            }
            // La même version n'a pas à être comparée à elle-même : la publier encore est l'affaire de qui publie.
            if (!ancienne.equals(reference)) {
                comparer(nouveau, publiee, refus);
            }
        }
    }

    private static void comparer(Formulaire nouveau, Formulaire publiee, BiConsumer<Question, String> refus) {
        var avant = sens(publiee);
        nouveau.definition()
                .questions()
                .forEach(question -> sensDe(question).forEach((id, sens) -> {
                    if (!avant.getOrDefault(id, sens).equals(sens)) {
                        refus.accept(
                                question,
                                "« " + id + " » était de type " + avant.get(id) + " dans "
                                        + publiee.definition().reference()
                                        + " : un identifiant garde son sens, prenez-en un autre");
                    }
                }));
    }

    private static Map<String, String> sens(Formulaire formulaire) {
        var tous = new HashMap<String, String>();
        formulaire.definition().questions().forEach(question -> tous.putAll(sensDe(question)));
        return tous;
    }

    /** Le sien, et celui de chaque colonne d'un tableau. */
    private static Map<String, String> sensDe(Question question) {
        var sens = new LinkedHashMap<String, String>();
        sens.put(question.id(), question.type().code());
        question.type()
                .colonnes()
                .forEach(colonne -> sens.put(colonne.id(), colonne.type().code() + " dans un tableau"));
        return sens;
    }
}
