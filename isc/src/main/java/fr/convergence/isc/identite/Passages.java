package fr.convergence.isc.identite;

import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.acte.ActeDIsc.VerificationARefaire;
import fr.convergence.isc.acte.ActeDIsc.VerificationAcceptee;
import fr.convergence.isc.acte.ActeDIsc.VerificationExpiree;
import fr.convergence.isc.acte.ActeDIsc.VerificationRefusee;
import fr.convergence.isc.acte.ActeDIsc.VerificationSoumise;
import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Acceptee;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.EtatDeVerification.EnExamen;
import fr.convergence.isc.identite.EtatDeVerification.Expiree;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Ouverte;
import fr.convergence.isc.identite.EtatDeVerification.Refusee;
import fr.convergence.isc.identite.EtatDeVerification.Soumise;
import fr.convergence.socle.journal.Journal;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Écrit un passage : la vérification, le journal, le fait publié, dans la transaction de l'acte. */
@Component
public final class Passages {

    private final Verifications verifications;
    private final Journal journal;
    private final ApplicationEventPublisher faits;

    Passages(Verifications verifications, Journal journal, ApplicationEventPublisher faits) {
        this.verifications = verifications;
        this.journal = journal;
        this.faits = faits;
    }

    /** @param acteur identifiant de qui agit, ou {@link Journal#SYSTEME} pour la personne, qui n'a pas encore de compte */
    public Verification passer(Verification verification, String acteur) {
        verifications.ecrire(verification);
        acte(verification.etat())
                .ifPresent(acte -> journal.ecrire(ActeDIsc.chaineDIdentite(verification.id()), acteur, acte));
        faits.publishEvent(new VerificationPassee(
                verification.id(),
                verification.inscription(),
                verification.etat().code()));
        return verification;
    }

    private static Optional<ActeDIsc> acte(EtatDeVerification etat) {
        return switch (etat) {
            case EnExamen _ -> Optional.of(new VerificationSoumise());
            case Acceptee _ -> Optional.of(new VerificationAcceptee());
            case Refusee(var _, var motif) -> Optional.of(new VerificationRefusee(motif));
            case ARefaire(var _, var motif) -> Optional.of(new VerificationARefaire(motif));
            case Expiree _ -> Optional.of(new VerificationExpiree());
            case Creee _, Ouverte _, Filmee _, Soumise _ -> Optional.empty();
        };
    }
}
