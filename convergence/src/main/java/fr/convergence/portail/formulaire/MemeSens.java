package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Question;
import java.util.Collection;
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
        nouveau.definition()
                .questions()
                .forEach(question -> publiee.definition()
                        .question(question.id())
                        .filter(avant -> !sens(avant).equals(sens(question)))
                        .ifPresent(avant -> refus.accept(
                                question,
                                "« " + question.id() + " » était de type " + sens(avant) + " dans "
                                        + publiee.definition().reference()
                                        + " : un identifiant garde son sens, prenez-en un autre")));
    }

    private static String sens(Question question) {
        return question.type().code();
    }
}
