package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/** Une ou plusieurs réponses parmi d'autres. */
public record ChoixMultiple(List<Option> options, int nombreMax) implements TypeSimple.Multiple {

    public ChoixMultiple {
        options = List.copyOf(options);
    }

    ChoixMultiple(Fiche fiche) {
        this(Option.lire(fiche), fiche.sinon("nombre_max", Genres.entier(1, 200), 200));
    }

    @Override
    public String code() {
        return "choix_multiple";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        if (!possibles().containsAll(valeur.elements())) {
            return Optional.of(new Message("question.choix.inconnu"));
        }
        return valeur.elements().size() > nombreMax
                ? Optional.of(new Message("question.choix.trop", nombreMax))
                : Optional.empty();
    }

    @Override
    public int reponses() {
        return options.size();
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return valeur.elements().stream()
                .map(code ->
                        ChoixUnique.option(options, code).map(Option::libelle).orElse(code))
                .toList();
    }

    @Override
    public List<String> possibles() {
        return options.stream().map(Option::code).toList();
    }
}
