package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/** Une ou plusieurs réponses parmi d'autres. */
public record ChoixMultiple(List<Option> options, int nombreMax) implements TypeSimple {

    public ChoixMultiple {
        options = List.copyOf(options);
    }

    ChoixMultiple(Fiche fiche) {
        this(Option.lire(fiche), fiche.sinon("nombre_max", Genres.entier(1, 200), 200));
    }

    @Override
    public Valeur lire(List<String> saisie) {
        return new Valeur.Liste(
                saisie.stream().filter(code -> !code.isEmpty()).distinct().toList());
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
    public List<String> textes(Valeur valeur) {
        return valeur.elements().stream()
                .map(code -> Choix.option(options, code).map(Option::libelle).orElse(code))
                .toList();
    }

    @Override
    public Nature nature() {
        return Nature.LISTE;
    }

    @Override
    public List<String> possibles() {
        return options.stream().map(Option::code).toList();
    }

    @Override
    public Object objet(Valeur valeur) {
        return valeur.elements();
    }

    @Override
    public Optional<Object> sansReponse() {
        return Optional.of(List.of());
    }
}
