package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.question.Question;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Une page d'un formulaire (DOS-5b). L'identifiant, qui sert d'adresse, se déduit du titre s'il n'est pas donné. */
public record Section(String id, String titre, Optional<String> aide, List<Question> questions) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int QUESTIONS = 200;

    public Section {
        questions = List.copyOf(questions);
    }

    static Section lire(Fiche fiche, Function<Fiche, Question> question) {
        var titre = fiche.obligatoire("titre", Genres.lisible(200));
        return new Section(
                fiche.sinon("id", Genres.motif("un mot en minuscules et tirets", ID), adresse(titre)),
                titre,
                fiche.facultatif("aide", Genres.lisible(4_000)),
                fiche.obligatoire("questions", Genres.liste(Genres.fiche(question), 1, QUESTIONS)));
    }

    private static String adresse(String titre) {
        return Normalizer.normalize(titre, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
