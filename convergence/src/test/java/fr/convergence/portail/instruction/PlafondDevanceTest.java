package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.portail.paiement.Accord;
import fr.convergence.portail.paiement.MontantEnJeu;
import fr.convergence.portail.paiement.UnPaiement;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Un plafond importé entre la lecture d'un montant et son écriture. */
@TestDuPortail
@Tag("INSTR-6")
final class PlafondDevanceTest {

    @Autowired
    UnPaiement paiement;

    @Autowired
    UneInstruction instruction;

    @Autowired
    Decider decider;

    @Test
    void un_montant_qui_ne_tient_plus_dans_le_plafond_est_a_retenir_de_nouveau() {
        var dossier = paiement.aDecider(instruction.ars("76"), "CLINIQUE DU PLAFOND BAISSE");
        var lu = new MontantEnJeu(Optional.of(1_234_567L), Optional.of(1_200_000L), 0, true);
        var decision =
                new Validation(Optional.of(new Accord(lu, 1_200_000, Optional.empty(), Optional.of("Au plafond"))));
        var noe = instruction.ans();
        paiement.plafonner(dossier, 900_000);

        assertThat(decider.executer(noe, dossier.reference(), "declaration", 3, decision))
                .isInstanceOf(Issue.MontantARetenir.class);
        paiement.plafonner(dossier, 1_200_000);
        assertThat(decider.executer(noe, dossier.reference(), "declaration", 3, decision))
                .isInstanceOf(Issue.Prise.class);
    }
}
