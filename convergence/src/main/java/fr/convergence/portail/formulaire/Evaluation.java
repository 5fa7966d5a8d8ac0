package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Où en sont des réponses : ce que l'écran montre, et ce qui manque pour transmettre (DOS-5). */
public record Evaluation(List<SectionEvaluee> sections) {

    public Evaluation {
        sections = List.copyOf(sections);
    }

    /** Les questions visibles, dans l'ordre. */
    public Stream<QuestionEvaluee> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    public Optional<QuestionEvaluee> question(String id) {
        return questions().filter(q -> q.question().id().equals(id)).findFirst();
    }

    /** La question à une seule réponse qui tient cette place, et celle qui la porte : elle-même, ou un tableau. */
    public record Place(QuestionEvaluee porteuse, Question question) {}

    /** @param cle celle d'un emplacement : « iban », « 750712184/couverture » */
    public Optional<Place> place(String cle) {
        return places().filter(place -> place.question().id().equals(cle)).findFirst();
    }

    /** Toutes celles des questions visibles. */
    public Stream<Place> places() {
        return questions().flatMap(q -> q.question().places(q.valeur()).stream().map(place -> new Place(q, place)));
    }

    public Optional<SectionEvaluee> section(String id) {
        return sections.stream().filter(s -> s.section().id().equals(id)).findFirst();
    }

    public int obligatoires() {
        return sections.stream().mapToInt(SectionEvaluee::obligatoires).sum();
    }

    public int repondues() {
        return obligatoires()
                - restantes().stream().mapToInt(QuestionRestante::nombre).sum();
    }

    /** Arrondi vers le bas : 100 dit que tout est répondu. */
    public int pourcentage() {
        var obligatoires = obligatoires();
        return obligatoires == 0 ? 100 : repondues() * 100 / obligatoires;
    }

    /** Les questions obligatoires auxquelles il reste à répondre. */
    public List<QuestionRestante> restantes() {
        return sections.stream().flatMap(s -> s.restantes().stream()).toList();
    }

    /** Tout ce qui empêche de transmettre : une réponse facultative en erreur aussi. */
    public List<QuestionRestante> aFaire() {
        return sections.stream()
                .flatMap(s -> Stream.concat(s.restantes().stream(), s.facultativesEnErreur().stream()))
                .toList();
    }

    /** Ce qui ne va pas dans ce qui est répondu, champ par champ, dans l'ordre des questions. */
    public Erreurs erreurs() {
        var erreurs = Erreurs.aucune();
        questions().forEach(q -> {
            q.erreur("").ifPresent(message -> erreurs.ajouter(q.question().id(), message));
            q.question()
                    .type()
                    .parties(q.valeur())
                    .forEach(p -> q.erreur(p.nom())
                            .ifPresent(message -> erreurs.ajouter(q.question().champ(p.nom()), message)));
        });
        return erreurs;
    }

    /** Tout ce qui est obligatoire est répondu, et rien n'est en erreur. */
    public boolean transmissible() {
        return restantes().isEmpty() && questions().allMatch(q -> q.erreurs().isEmpty());
    }
}
