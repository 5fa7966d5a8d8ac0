package fr.convergence.isc.identite;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.declarant.Declarant;
import fr.convergence.isc.identite.Decider.Issue;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.isc.identite.Verification.Personne;
import fr.convergence.isc.inscription.ConclureVerification;
import fr.convergence.isc.inscription.VerificationDIdentite;
import fr.convergence.socle.site.Langue;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** La vérification d'identité, telle que l'inscription d'un mandataire l'emploie. */
@Component
final class VerificationDesInscriptions implements VerificationDIdentite {

    private final CommencerVerification commencer;
    private final Verifications verifications;
    private final Decider decider;
    private final ConclureVerification conclure;

    VerificationDesInscriptions(
            CommencerVerification commencer,
            Verifications verifications,
            Decider decider,
            ConclureVerification conclure) {
        this.commencer = commencer;
        this.verifications = verifications;
        this.decider = decider;
        this.conclure = conclure;
    }

    @Override
    public String commencer(UUID inscription, Declarant declarant, Langue langue) {
        var mobile = declarant.mobile();
        return commencer.executer(
                inscription,
                new Personne(
                        declarant.prenom(),
                        declarant.nom(),
                        declarant.courriel().valeur(),
                        mobile == null ? null : mobile.valeur(),
                        langue));
    }

    /** Tout est filmé et contrôlé : l'inscription part aux opérateurs, dans la même transaction. */
    @EventListener
    void passee(VerificationPassee fait) {
        if (fait.etat() == Code.EN_EXAMEN) {
            conclure.terminee(fait.inscription());
        }
    }

    @Override
    public void accepter(UUID inscription, Membre operateur) {
        decider(inscription, id -> decider.accepter(id, operateur));
    }

    @Override
    public void refuser(UUID inscription, Membre operateur, String motif) {
        decider(inscription, id -> decider.refuser(id, operateur, motif));
    }

    @Override
    public void redemander(UUID inscription, Membre operateur, String motif) {
        decider(inscription, id -> decider.redemander(id, operateur, motif));
    }

    /** L'inscription s'est assurée que personne n'avait décidé avant : l'inverse défait toute sa décision. */
    private void decider(UUID inscription, Function<UUID, Issue> decision) {
        var verification = verifications.deLInscription(inscription).orElseThrow();
        if (decision.apply(verification.id()) instanceof Issue.PlusAExaminer) {
            throw new IllegalStateException("La vérification " + verification.id() + " n’est pas à examiner");
        }
    }
}
