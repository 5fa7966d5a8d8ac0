package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.question.Question;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Publier ne défait rien : une version publiée ne change plus, et un identifiant garde son sens. */
final class MemeSens {

    private MemeSens() {}

    static void verifier(
            Formulaire nouveau, Collection<Formulaire> publiees, Defauts defauts, BiConsumer<Question, String> refus) {
        var reference = nouveau.definition().reference();
        for (var publiee : publiees) {
            var ancienne = publiee.definition().reference();
            if (!ancienne.code().equals(reference.code())) {
                throw new IllegalArgumentException(ancienne + " n'est pas une version de " + reference.code());
            }
            if (ancienne.equals(reference)) {
                if (!publiee.empreinte().equals(nouveau.empreinte())) {
                    defauts.ajouter(
                            1, reference + " est déjà publié et ne change plus : passez à une version suivante");
                }
                continue;
            }
            nouveau.definition()
                    .questions()
                    .forEach(question -> publiee.definition()
                            .question(question.id())
                            .filter(avant -> !sens(avant).equals(sens(question)))
                            .ifPresent(avant -> refus.accept(
                                    question,
                                    "« " + question.id() + " » était de type "
                                            + avant.type().code() + " dans " + ancienne
                                            + " : un identifiant garde son sens, prenez-en un autre")));
        }
    }

    private static String sens(Question question) {
        return question.type().code();
    }
}
