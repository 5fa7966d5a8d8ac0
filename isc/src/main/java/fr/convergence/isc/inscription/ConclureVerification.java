package fr.convergence.isc.inscription;

import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.inscription.Demarches.Etat;
import fr.convergence.isc.inscription.Demarches.Tenue;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** La vérification d’identité est terminée : l’inscription est transmise aux opérateurs, une seule fois (guide, page 16). */
@Component
public class ConclureVerification {

    private final Demarches demarches;
    private final Courriels courriels;
    private final Journal journal;

    ConclureVerification(Demarches demarches, Courriels courriels, Journal journal) {
        this.demarches = demarches;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Sans effet sur une inscription déjà transmise, décidée ou oubliée : un partenaire répète ce qu’il annonce. */
    @Transactional
    public void terminee(UUID inscription) {
        demarches
                .prendre(inscription, Etat.EN_COURS)
                .filter(tenue -> tenue.demarche().consentie())
                .ifPresent(this::retenir);
    }

    /** Vrai si son identité était déjà vérifiée : il ne manquait que ce qu’un opérateur a redemandé. */
    @Transactional
    boolean dejaVerifiee(UUID inscription) {
        var complete = demarches
                .prendre(inscription, Etat.EN_COURS)
                .filter(tenue -> tenue.demarche().complete());
        complete.ifPresent(this::transmettre);
        return complete.isPresent();
    }

    /** Sans document, qu’un opérateur a pu redemander, l’inscription attend la personne. */
    private void retenir(Tenue tenue) {
        if (tenue.demarche().verifier().complete()) {
            transmettre(tenue);
        } else {
            demarches.modifier(tenue.id(), DemarcheDuMandataire::verifier);
        }
    }

    private void transmettre(Tenue tenue) {
        var demarche = tenue.demarche().verifier();
        demarches.transmettre(tenue.id(), demarche);
        journal.ecrire(ActeDIsc.chaineDInscription(tenue.id()), Journal.SYSTEME, new ActeDIsc.InscriptionTransmise());
        var declarant = Objects.requireNonNull(demarche.declarant());
        courriels.ecrire(
                demarche.langue(),
                "inscription/transmise",
                declarant.courriel().valeur(),
                Map.of("prenom", declarant.prenom()));
    }
}
