package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.portail.paiement.Accord;
import fr.convergence.portail.paiement.MontantEnJeu;
import fr.convergence.portail.paiement.UnPaiement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    Requetes requetes;

    @Autowired
    ApplicationEventMulticaster faits;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient base;

    /** Rien ne tient un plafond qui n'existe pas encore. */
    @Test
    void un_premier_plafond_importe_pendant_l_acceptation_la_refuse_et_rend_ce_qui_est_tape() {
        var dossier = paiement.aDecider(instruction.ars("76"), "CLINIQUE DU PREMIER PLAFOND");
        base.sql("delete from plafond where candidat = ?")
                .param(dossier.candidat().cle().identifiant())
                .update();
        var adresse = "/instruction/%s/declaration/decisions/validation".formatted(dossier.reference());
        var champs = Map.of("version", "3", "retenu", "10 000,00", "motif", "Un devis de trop", "avance", "4000");
        var noe = instruction.ans();
        var importe = new Import(dossier);

        faits.addApplicationListener(importe);
        try {
            assertThat(requetes.envoyer(noe, adresse, champs))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Ce montant dépasse le plafond de l’établissement, 9 000,00 €", "href=\"#retenu\"")
                    .contains("value=\"10 000,00\"", "Un devis de trop", "value=\"4000\"");
        } finally {
            faits.removeApplicationListener(importe);
        }
        assertThat(requetes.envoyer(
                        noe,
                        adresse,
                        Map.of("version", "3", "retenu", "9000", "motif", "Au plafond", "avance", "4000")))
                .hasStatus(303);
    }

    /** Entre le montant jugé et le paiement ouvert. */
    private final class Import implements GenericApplicationListener {

        private final Dossier dossier;

        Import(Dossier dossier) {
            this.dossier = dossier;
        }

        @Override
        public boolean supportsEventType(ResolvableType type) {
            return type.isAssignableFrom(
                    ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, EtapePassee.class));
        }

        @Override
        public void onApplicationEvent(ApplicationEvent fait) {
            var ailleurs = new TransactionTemplate(transactions);
            ailleurs.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            ailleurs.executeWithoutResult(_ -> paiement.plafonner(dossier, 900_000));
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

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
