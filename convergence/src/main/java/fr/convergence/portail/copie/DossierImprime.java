package fr.convergence.portail.copie;

import fr.convergence.portail.convention.CarteDeConvention;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etape.RelectureDuDossier.DossierRelu;
import fr.convergence.portail.etape.RelectureDuDossier.EtapeRelue;
import fr.convergence.portail.paiement.CarteDePaiement;
import fr.convergence.socle.impression.Imprime;
import java.time.Instant;
import java.util.Optional;

/**
 * Tout le dossier, à imprimer : les réponses de chaque étape, le nom de chaque pièce, ce que sont devenus sa convention et son
 * paiement (DOS-10).
 */
public record DossierImprime(
        DossierRelu dossier, Optional<CarteDeConvention> convention, Optional<CarteDePaiement> paiement)
        implements Imprime {

    @Override
    public Instant le() {
        return dossier.le();
    }

    /** Le mot que dit aussi la page du dossier. */
    public Statut statut(EtapeRelue etape) {
        return paiement.filter(carte -> carte.rang() == etape.rang())
                .map(CarteDePaiement::statut)
                .or(() ->
                        convention.filter(carte -> carte.rang() == etape.rang()).map(CarteDeConvention::statut))
                .filter(_ -> etape.statut() == Statut.ACCEPTE)
                .orElse(etape.statut());
    }
}
