package fr.convergence.portail.formulaire;

import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Une question visible, sa réponse et ce qu'il y manque.
 *
 * @param erreurs par partie ; la partie sans nom est la question entière
 * @param manquantes les parties sans réponse
 */
public record QuestionEvaluee(Question question, Valeur valeur, Map<String, Message> erreurs, List<Partie> manquantes) {

    /** L'erreur d'une partie. */
    public Optional<Message> erreur(String partie) {
        return Optional.ofNullable(erreurs.get(partie));
    }

    /** Ce que contient le champ d'une partie quand on revient sur la page. */
    public String saisie(Partie partie) {
        return partie.type().saisie(valeur.partie(partie.nom()));
    }

    /** Ce que la réponse donne à lire. */
    public List<LigneDeReponse> lignes() {
        return question.type().lignes(question.libelle(), valeur);
    }

    /** Les entités d'un tableau dont une réponse obligatoire manque, ou une autre est en erreur. */
    public Set<Finess> incompletes() {
        return Stream.concat(
                        erreurs.keySet().stream(),
                        manquantes.stream().filter(Partie::obligatoire).map(Partie::nom))
                .flatMap(cle -> Emplacement.lire(cle).lot().stream())
                .collect(Collectors.toSet());
    }

    /** Vrai si rien n'y manque et si rien n'y est à corriger. */
    public boolean juste() {
        return erreurs.isEmpty()
                && (!question.obligatoire()
                        || parties().filter(Partie::obligatoire).allMatch(this::repondue));
    }

    /** Ce qui compte encore : les parties obligatoires sans réponse ou en erreur. */
    List<QuestionRestante> restantes(Section section) {
        if (!question.obligatoire()) {
            return List.of();
        }
        var restantes = QuestionRestante.de(
                section,
                question,
                parties().filter(Partie::obligatoire).filter(p -> !repondue(p)).toList());
        return restantes.isEmpty() && deLignes() && erreurs.containsKey("")
                ? List.of(QuestionRestante.entiere(section, question))
                : restantes;
    }

    /** Ce qui est facultatif et en erreur : rien n'obligeait à y répondre, tout oblige à le corriger. */
    List<QuestionRestante> facultativesEnErreur(Section section) {
        return QuestionRestante.de(
                section,
                question,
                parties()
                        .filter(p -> !question.obligatoire() || !p.obligatoire())
                        .filter(p -> erreurs.containsKey(p.nom()) || enErreurEntiere())
                        .toList());
    }

    private Stream<Partie> parties() {
        return question.type().parties(valeur).stream();
    }

    /** Ce qu'on reproche à un tableau n'ôte rien à ses cellules ; à une autre question, tout est à revoir. */
    private boolean enErreurEntiere() {
        return erreurs.containsKey("") && !deLignes();
    }

    private boolean deLignes() {
        return !question.type().colonnes().isEmpty();
    }

    private boolean repondue(Partie partie) {
        return !valeur.partie(partie.nom()).estVide() && !erreurs.containsKey(partie.nom()) && !enErreurEntiere();
    }
}
