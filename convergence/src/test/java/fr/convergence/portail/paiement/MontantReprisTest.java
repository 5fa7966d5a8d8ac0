package fr.convergence.portail.paiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.UneInstruction;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reprendre une acceptation n’oublie pas ce qu’elle retenait (INSTR-6). */
@TestDuPortail
@Tag("INSTR-6")
final class MontantReprisTest {

    @Autowired
    UnPaiement paiement;

    @Autowired
    UneInstruction instruction;

    private Connecte alice;
    private Connecte noe;

    @BeforeEach
    void nommer() {
        alice = instruction.ars("76");
        noe = instruction.ans();
    }

    @Test
    void valider_de_nouveau_repart_de_ce_que_retenait_la_decision_reprise() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DU MONTANT REPRIS");
        paiement.decider(
                noe,
                dossier,
                "validation",
                3,
                Map.of("retenu", "9000,75", "motif", "Devis hors champ", "avance", "2500,50"));
        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/reprise")))
                .bodyText()
                .contains("Le montant retenu, 9 000,75 €, dont une avance de 2 500,50 €, n’est plus à payer");
        assertThat(paiement.decider(noe, dossier, "reprise", 4, Map.of("motif", "Une pièce à relire")))
                .hasStatus(303);

        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation")))
                .bodyText()
                .contains("value=\"9 000,75\"", "value=\"2 500,50\"", "Devis hors champ</textarea>")
                .contains("Ces valeurs viennent de la décision reprise", "9 000,75 €, dont une avance de 2 500,50 €")
                .as("l’e-mail montré dit le même montant")
                .contains("9 000,75 € retenus")
                .doesNotContain("value=\"12 000,00\"", "12 000,00 € retenus");
        assertThat(paiement.decider(noe, dossier, "validation", 5, Map.of("retenu", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Ces valeurs viennent de la décision reprise");
    }

    @Test
    void une_premiere_validation_propose_ce_qui_est_demande_sans_parler_de_reprise() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DU PREMIER MONTANT");

        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation")))
                .bodyText()
                .contains("value=\"12 000,00\"")
                .doesNotContain("décision reprise");
    }
}
