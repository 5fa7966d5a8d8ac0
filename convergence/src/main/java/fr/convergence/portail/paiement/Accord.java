package fr.convergence.portail.paiement;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.util.Map;
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

    /** Ce que les champs de la décision en disent. */
    public Map<String, String> champs() {
        return Map.of(
                MontantEnJeu.RETENU, MontantEnJeu.tape(retenu),
                MontantEnJeu.AVANCE, avance.map(MontantEnJeu::tape).orElse(""),
                MontantEnJeu.MOTIF, motif.orElse(""));
    }

    /**
     * Une phrase qui le dit : le montant, et l'avance s'il y en a une.
     *
     * @param cle celle de la phrase sans avance ; « .avance » lui est ajouté pour l'autre
     */
    public Message phrase(String cle) {
        return avance.map(centimes -> new Message(cle + ".avance", Formats.montant(retenu), Formats.montant(centimes)))
                .orElseGet(() -> new Message(cle, Formats.montant(retenu)));
    }

    long solde() {
        return retenu - avance.orElse(0L);
    }
}
