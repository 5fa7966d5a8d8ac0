package fr.convergence.isc.identite;

import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.acte.ActeDIsc.VerificationCommencee;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.Verification.Personne;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commence la vérification d'une inscription, ou la reprend où elle en est. */
@Component
public class CommencerVerification {

    /** Où la personne commence et revient ; le même lien lui est envoyé quand elle reprend plus tard. */
    public static final String CHEMIN = "/verification-identite";

    /** L'usage de ses liens. */
    public static final String USAGE = "identite-ordinateur";

    /** Qui mène une vérification quand aucun partenaire n'est réglé. */
    public static final String INTEGRE = "INTEGRE";

    private final Verifications verifications;
    private final List<PartenaireDistant> partenaires;
    private final Liens liens;
    private final Journal journal;
    private final ReglagesDIdentite reglages;
    private final Clock horloge;

    CommencerVerification(
            Verifications verifications,
            List<PartenaireDistant> partenaires,
            Liens liens,
            Journal journal,
            ReglagesDIdentite reglages,
            Clock horloge) {
        this.verifications = verifications;
        this.partenaires = partenaires;
        this.liens = liens;
        this.journal = journal;
        this.reglages = reglages;
        this.horloge = horloge;
    }

    /** @return le chemin où mener la personne */
    @Transactional
    public String executer(UUID inscription, Personne personne) {
        var connue = verifications
                .deLInscription(inscription)
                .filter(lue -> !lue.etat().finie());
        return adresse(connue.orElseGet(() -> creer(inscription, personne)));
    }

    /** Un lien neuf vers la page de l'ordinateur ; les précédents valent encore. */
    public String adresse(Verification verification) {
        var reste = Duration.between(horloge.instant(), verification.expireLe());
        var validite =
                reste.compareTo(ReglagesDIdentite.VALIDITE_DU_LIEN) > 0 ? reste : ReglagesDIdentite.VALIDITE_DU_LIEN;
        return CHEMIN + "/" + liens.emettre(USAGE, verification.id().toString(), validite);
    }

    private Verification creer(UUID inscription, Personne personne) {
        var maintenant = horloge.instant();
        var partenaire = partenaires.stream()
                .filter(PartenaireDistant::regle)
                .map(PartenaireDistant::nom)
                .findFirst()
                .orElse(INTEGRE);
        var neuve = new Verification(
                Uuid.v7(),
                inscription,
                personne,
                new Creee(maintenant),
                Optional.empty(),
                partenaire,
                null,
                null,
                maintenant.plus(reglages.delai()));
        if (!verifications.creer(neuve)) {
            return verifications.deLInscription(inscription).orElseThrow(); // l'autre clic l'a créée
        }
        journal.ecrire(ActeDIsc.chaineDIdentite(neuve.id()), Journal.SYSTEME, new VerificationCommencee(partenaire));
        return neuve;
    }
}
