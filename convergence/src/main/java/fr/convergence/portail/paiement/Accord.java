package fr.convergence.portail.paiement;

import fr.convergence.socle.base.Sha256;
import java.util.Optional;

/**
 * Ce que le dernier niveau accorde, en centimes (INSTR-6).
 *
 * @param enJeu ce entre quoi il a été retenu
 * @param avance absente quand tout se verse en une fois
 * @param motif pourquoi moins que demandé
 */
public record Accord(MontantEnJeu enJeu, long retenu, Optional<Long> avance, Optional<String> motif) {

    /** Vrai s'il tient encore dans ce que l'on sait maintenant. */
    public boolean tient(MontantEnJeu maintenant) {
        return maintenant.auPlus().filter(au -> retenu > au).isEmpty();
    }

    /** De quoi le reconnaître d'une page à l'autre. */
    public String marque() {
        return Sha256.hexa(retenu + " " + avance.orElse(0L) + " " + motif.orElse(""));
    }

    long solde() {
        return retenu - avance.orElse(0L);
    }
}
