package fr.convergence.portail.copie;

import fr.convergence.portail.etape.RelectureDuDossier.DossierRelu;
import fr.convergence.socle.impression.Imprime;
import java.time.Instant;

/** Tout le dossier, à imprimer : les réponses de chaque étape et le nom de chaque pièce (DOS-10). */
public record DossierImprime(DossierRelu dossier) implements Imprime {

    @Override
    public Instant le() {
        return dossier.le();
    }
}
