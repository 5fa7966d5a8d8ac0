package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import java.util.Optional;

/** Ce que devient une décision envoyée. */
public sealed interface Issue {

    /** Elle est prise. */
    record Prise(Statut statut) implements Issue {}

    /** Quelqu'un a agi entre-temps ; vide si l'historique ne dit pas qui. */
    record Devancee(Optional<Passage> par) implements Issue {}

    /** L'étape n'est pas, ou n'est plus, entre les mains de ce vérificateur. */
    record HorsDeVosMains(Statut statut) implements Issue {}

    /** On ne défait pas une acceptation dont la suite a commencé. */
    record SuiteCommencee(String etape) implements Issue {}

    /** On ne défait pas une acceptation dont la convention est signée. */
    record ConventionSignee() implements Issue {}

    /** On ne défait pas une acceptation dont un versement est noté. */
    record VersementNote() implements Issue {}

    /** L'accepter veut que l'on dise ce qui sera payé. */
    record MontantARetenir() implements Issue {}

    /** @param points combien restent à vérifier de la liste de contrôle que le guichet exige */
    record ControlesManquants(int points) implements Issue {}

    /** Rien à cette adresse pour cette personne. */
    record Introuvable() implements Issue {}
}
