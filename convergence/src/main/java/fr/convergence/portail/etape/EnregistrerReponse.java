package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.portail.saisie.Ecriture;
import fr.convergence.portail.saisie.ReponsesEnvoyees;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enregistre une réponse au brouillon, sans jamais en écraser une autre (DOS-4, DOS-6). */
@Component
class EnregistrerReponse {

    /** Ce qu'il en est d'une réponse envoyée. */
    sealed interface Sauvegarde {
        /**
         * Enregistrée, déjà telle, ou dépassée par une plus récente de la même page ; {@code avant} permet de voir ce que la
         * réponse a fait paraître, {@code etrangeres} dit ce qui n'en est pas pris.
         */
        record Enregistree(SaisieDeLEtape avant, SaisieDeLEtape apres, Erreurs etrangeres) implements Sauvegarde {}

        /** Un autre onglet a répondu entre-temps ; rien n'est écrasé. */
        record Divergente(SaisieDeLEtape saisie, Conflit conflit) implements Sauvegarde {}

        record Impossible(SaisieDeLEtape saisie, Obstacle obstacle) implements Sauvegarde {}

        /** Le dossier n'est pas à lui, ou la question n'existe pas, ou ne lui est pas rouverte. */
        record Inconnue() implements Sauvegarde {}
    }

    private final Saisies saisies;
    private final Ecriture ecriture;

    EnregistrerReponse(Saisies saisies, Ecriture ecriture) {
        this.saisies = saisies;
        this.ecriture = ecriture;
    }

    @Transactional
    public Sauvegarde executer(
            Connecte qui, String reference, String etape, String question, Map<String, List<String>> parametres) {
        var prise = saisies.prise(qui, reference, etape);
        if (prise.isEmpty()) {
            return new Sauvegarde.Inconnue();
        }
        var saisie = prise.get();
        var obstacle = saisie.obstacle();
        if (obstacle.isPresent()) {
            return new Sauvegarde.Impossible(saisie, obstacle.get());
        }
        return saisie.place(question)
                .filter(place -> !(place.question().type() instanceof Piece))
                .filter(place -> saisie.modifiable(
                        place.porteuse().question(), place.question().emplacement()))
                .map(place ->
                        ecrire(saisie, place.question(), new ReponsesEnvoyees(parametres, saisie.lue(), qui.compte())))
                .orElseGet(Sauvegarde.Inconnue::new);
    }

    private Sauvegarde ecrire(SaisieDeLEtape saisie, Question question, ReponsesEnvoyees envoi) {
        var edition = saisie.edition();
        return ecriture.depassees(edition, List.of(question), envoi).isEmpty()
                ? issue(saisie, ecriture.ecrire(edition, List.of(question), envoi))
                : new Sauvegarde.Enregistree(saisie, saisie, Erreurs.aucune());
    }

    private static Sauvegarde issue(SaisieDeLEtape saisie, Ecriture.Ecrites ecrites) {
        return ecrites.conflits().isEmpty()
                ? new Sauvegarde.Enregistree(saisie, saisie.avec(ecrites.reponses()), ecrites.etrangeres())
                : new Sauvegarde.Divergente(saisie, ecrites.conflits().getFirst());
    }
}
