package fr.convergence.portail.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.personne.IdentiteChangee;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que la recherche oublie, et ce qu'elle garde. */
@TestDuPortail
@Tag("INSTR-8")
final class MotsQuittesTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    ApplicationEventPublisher faits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient base;

    @Autowired
    IndexDEssai index;

    @Autowired
    MotsQuittes quittes;

    @Test
    void les_mots_d_un_compte_supprime_s_oublient_ceux_des_autres_restent() {
        var claire = instruction.referent();
        nommer(claire.compte(), "Rhodochrosite", "Alexandrine");
        var sien = instruction.transmis("84", "CH DU GRENAT", claire, LE);
        var autre = instruction.transmis("84", "CLINIQUE ALEXANDRINE");
        assertThat(connus("rhodochrosite")).isEqualTo(8);

        nommer(claire.compte(), "supprimé", "Compte");
        transaction.executeWithoutResult(_ -> faits.publishEvent(new IdentiteChangee(claire.compte())));
        index.relire();
        oublier();

        assertThat(index.mots(sien))
                .doesNotContain("=rhodochrosite", "=alexandrine")
                .contains("=supprime");
        assertThat(index.mots(autre)).contains("alexandrine");
        assertThat(connus("rhodochrosite")).isZero();
        assertThat(connus("alexandrine")).isEqualTo(8);
        assertThat(base.sql("select mot from recherche_mot_quitte")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Un acte qui n'a pas appris un mot, parce qu'il est connu, ne le voit pas s'effacer avant d'être écrit. */
    @Test
    void un_mot_ne_s_oublie_pas_pendant_qu_un_acte_l_emploie() throws Exception {
        var claire = instruction.referent();
        nommer(claire.compte(), "Chrysoberyl", "Claire");
        instruction.transmis("84", "CH DU JASPE", claire, LE);
        var dossier = instruction.transmis("84", "CH DE L ONYX");
        nommer(claire.compte(), "Autre", "Claire");
        transaction.executeWithoutResult(_ -> faits.publishEvent(new IdentiteChangee(claire.compte())));
        index.relire();

        transaction.executeWithoutResult(_ -> {
            index.corriger(dossier, "Chrysoberyl");
            CompletableFuture.runAsync(this::oublier)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });
        oublier();

        assertThat(index.mots(dossier)).contains("=chrysoberyl");
        assertThat(connus("chrysoberyl")).isEqualTo(8);
    }

    private void oublier() {
        while (quittes.oublierUnMot()) {
            // Il en reste.
        }
    }

    private void nommer(UUID compte, String nom, String prenom) {
        base.sql("update compte set nom = ?, prenom = ? where id = ?")
                .params(nom, prenom, compte)
                .update();
    }

    private long connus(String mot) {
        return base.sql("select count(*) from recherche_mot where mot = ?")
                .param(mot)
                .query(Long.class)
                .single();
    }
}
