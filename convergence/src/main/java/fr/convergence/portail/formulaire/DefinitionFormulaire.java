package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.identifiant.Finess;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ce qu'un formulaire demande : une version, qui ne change plus une fois publiée (FRM-1). */
public record DefinitionFormulaire(
        Reference reference, Optional<String> titre, List<Section> sections, List<Controle> controles) {

    public DefinitionFormulaire {
        sections = List.copyOf(sections);
        controles = List.copyOf(controles);
    }

    static DefinitionFormulaire lire(
            Fiche fiche, Function<Fiche, Section> section, Function<Fiche, Controle> controle) {
        return new DefinitionFormulaire(
                fiche.obligatoire("formulaire", Reference.GENRE),
                fiche.facultatif("titre", Genres.lisible(200)),
                fiche.obligatoire("sections", Genres.liste(Genres.fiche(section), 1, 60)),
                fiche.sinon("controles", Genres.liste(Genres.fiche(controle), 0, 200), List.of()));
    }

    /** Toutes, dans l'ordre où on les lit. */
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    /** Vrai si l'une de ses sections a ce nom, qu'elle se montre ou non. */
    public boolean comporte(String section) {
        return sections.stream().anyMatch(ecrite -> ecrite.id().equals(section));
    }

    /** La page où se trouve cette question. */
    public Optional<Section> section(Question question) {
        return sections.stream()
                .filter(section -> section.questions().contains(question))
                .findFirst();
    }

    /**
     * La question à une seule réponse de cette place.
     *
     * @param nom comment se nomme une entité
     */
    public Optional<Question> question(Emplacement place, Function<Finess, String> nom) {
        return place.lot().isEmpty()
                ? question(place.question())
                : tableau(place)
                        .flatMap(tableau ->
                                tableau.cellules(Stream.of(place.cle()), nom).findFirst());
    }

    /** Celle que nomme la clé d'une réponse, pour qui ne lit pas le dossier : une entité s'y dit par son FINESS. */
    public Optional<Question> designee(String cle) {
        return question(Emplacement.lire(cle), Finess::valeur);
    }

    /** La question que montre une page pour la clé d'une réponse : elle-même, ou le tableau dont elle est une cellule. */
    public Optional<Question> porteuse(String cle) {
        return tableau(Emplacement.lire(cle)).or(() -> question(cle));
    }

    /** Le tableau dont cette place est une cellule, que sa ligne y soit ou non. */
    public Optional<Question> tableau(Emplacement place) {
        return questions()
                .filter(question -> place.lot().isPresent())
                .filter(question -> question.type().colonnes().stream()
                        .anyMatch(colonne -> colonne.id().equals(place.question())))
                .findFirst();
    }

    public Optional<Question> question(String id) {
        return questions().filter(question -> question.id().equals(id)).findFirst();
    }
}
