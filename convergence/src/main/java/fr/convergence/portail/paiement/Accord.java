package fr.convergence.portail.paiement;

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

    long solde() {
        return retenu - avance.orElse(0L);
    }
}
