package fr.convergence.portail.copie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.convention.CartesDesConventions;
import fr.convergence.portail.convention.SituationDesConventions;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.etape.RelectureDuDossier;
import fr.convergence.portail.paiement.CartesDesPaiements;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Réunit ce qu'un référent emporte de son dossier ; vide s'il n'est pas à lui. */
@Component
final class DossiersAImprimer {

    private final Dossiers dossiers;
    private final RelectureDuDossier relecture;
    private final CartesDesConventions conventions;
    private final SituationDesConventions signees;
    private final CartesDesPaiements paiements;

    DossiersAImprimer(
            Dossiers dossiers,
            RelectureDuDossier relecture,
            CartesDesConventions conventions,
            SituationDesConventions signees,
            CartesDesPaiements paiements) {
        this.dossiers = dossiers;
        this.relecture = relecture;
        this.conventions = conventions;
        this.signees = signees;
        this.paiements = paiements;
    }

    Optional<DossierImprime> duReferent(Connecte qui, String reference) {
        return dossiers.duReferent(qui, new ReferenceDeDossier(reference))
                .flatMap(dossier -> relecture
                        .duReferent(qui, reference)
                        .map(relu -> new DossierImprime(
                                relu, conventions.pourLeReferent(dossier), paiements.de(qui, dossier))));
    }

    /** Sa convention signée et la preuve de sa signature ; rien tant qu'elle ne l'est pas. */
    List<UUID> convention(Connecte qui, String reference) {
        return dossiers.duReferent(qui, new ReferenceDeDossier(reference))
                .map(dossier -> signees.signes(dossier.id()))
                .orElse(List.of());
    }
}
