package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Acceptee;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Close;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.dossier.EtatEtape.Refusee;
import fr.convergence.portail.guichet.Niveau;

/** Ce qu'un vérificateur peut décider : chaque niveau décide de ce qu'il tient, et ne défait que ce qu'il a décidé. */
final class Competence {

    private Competence() {}

    /** L'étape est en vérification à son niveau. */
    static boolean decide(Connecte qui, Etape etape) {
        return etape.etat() instanceof EnVerification verification && tient(qui, verification.niveau());
    }

    /** La décision en cours est celle de son niveau. */
    static boolean reprend(Connecte qui, Etape etape) {
        return switch (etape.etat()) {
            case AModifier retour -> tient(qui, retour.niveau());
            case Refusee refus -> tient(qui, refus.niveau());
            case Acceptee _ -> tient(qui, etape.circuit().getLast());
            case Fermee _, Brouillon _, EnVerification _, Close _ -> false;
        };
    }

    /** Ce niveau est le sien. */
    static boolean tient(Connecte qui, Niveau niveau) {
        return qui.role().niveau().filter(niveau::equals).isPresent();
    }
}
