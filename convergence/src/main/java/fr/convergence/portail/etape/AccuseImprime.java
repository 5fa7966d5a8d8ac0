package fr.convergence.portail.etape;

import fr.convergence.socle.impression.Imprime;
import java.time.Instant;

/**
 * L'accusé de dépôt à imprimer (DOS-8), refait à chaque demande de l'édition scellée : elle ne change pas, lui non
 * plus, à l'octet près (décision 0013).
 */
public record AccuseImprime(AccusePage accuse) implements Imprime {

    @Override
    public Instant le() {
        return accuse.le();
    }
}
