package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/** Une réponse parmi d'autres. */
public record ChoixUnique(List<Option> options) implements TypeSimple {

    public ChoixUnique {
        options = List.copyOf(options);
    }

    ChoixUnique(Fiche fiche) {
        this(Option.lire(fiche));
    }

    @Override
    public String code() {
        return "choix";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return option(options, valeur.texte()).isPresent()
                ? Optional.empty()
                : Optional.of(new Message("question.choix.inconnu"));
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(option(options, valeur.texte()).map(Option::libelle).orElse(valeur.texte()));
    }

    @Override
    public List<String> possibles() {
        return options.stream().map(Option::code).toList();
    }

    static Optional<Option> option(List<Option> options, String code) {
        return options.stream().filter(o -> o.code().equals(code)).findFirst();
    }
}
