package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.page.Saisi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * La décision n'a pas été prise, et pourquoi ; ce qui avait été tapé y est rendu.
 *
 * @param saisie ce qui avait été tapé, champ par champ
 */
public record DecisionDevanceePage(EnTete enTete, Cause cause, List<Saisi> saisie) implements Page {

    /** Pourquoi elle n'a pas été prise. */
    public sealed interface Cause {
        static Optional<Cause> de(Passage passage) {
            return passage.mouvement()
                    .map(mouvement ->
                            new Prise(passage.qui().nom(), passage.le(), passage.libelle(), mouvement.vers()));
        }

        /** Quelqu'un a agi entre-temps. */
        record Prise(Message par, Instant le, Message acte, Statut statut) implements Cause {}

        /** L'étape n'est plus à décider par ce vérificateur. */
        record HorsDeVosMains(Statut statut) implements Cause {}

        record SuiteCommencee(String etape) implements Cause {}

        record ConventionSignee() implements Cause {}

        record VersementNote() implements Cause {}

        /** @param points combien restent à vérifier de la liste de contrôle que le guichet exige */
        record ControlesManquants(int points) implements Cause {}

        /** La page dont elle part n'est plus à jour, et l'on ne sait pas qui a agi. */
        record Perimee() implements Cause {}

        /** Le candidat a déposé depuis un autre dossier à ce guichet. */
        record Remplacee() implements Cause {}
    }

    @Override
    public HttpStatus statut() {
        return HttpStatus.CONFLICT;
    }

    public Optional<Cause.Prise> prise() {
        return cause instanceof Cause.Prise prise ? Optional.of(prise) : Optional.empty();
    }

    public Message explication() {
        return switch (cause) {
            case Cause.Prise _ -> new Message("instruction.devancee.quoi");
            case Cause.HorsDeVosMains _ -> new Message("instruction.devancee.mains");
            case Cause.Perimee() -> new Message("instruction.devancee.perimee");
            case Cause.Remplacee() -> new Message("instruction.devancee.remplacee");
            case Cause.ConventionSignee() -> new Message("instruction.devancee.convention");
            case Cause.VersementNote() -> new Message("instruction.devancee.versement");
            case Cause.ControlesManquants(var points) ->
                new Message(
                        points == 1 ? "instruction.devancee.controles.un" : "instruction.devancee.controles.plusieurs",
                        points);
            case Cause.SuiteCommencee(var etape) -> new Message("instruction.devancee.suite", etape);
        };
    }
}
