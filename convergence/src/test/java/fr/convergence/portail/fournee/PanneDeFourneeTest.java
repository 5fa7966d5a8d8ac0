package fr.convergence.portail.fournee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.CartesDAvis;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.Decider;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Une étape qui échoue n'en refuse pas une autre. */
@TestDuPortail
@Tag("INSTR-4")
final class PanneDeFourneeTest {

    private static final String FOURNEES = "/instruction/fournees";

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    Fournees fournees;

    @Autowired
    AccepterFournee accepter;

    @Autowired
    Comptes comptes;

    @Autowired
    CartesDAvis avis;

    @Autowired
    Decider decider;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    /** Son bail fini, un autre nœud a validé l'étape où celui-ci échoue : la suivante n'y est pour rien. */
    @Test
    void une_panne_ne_refuse_que_l_etape_essayee() {
        while (accepter.executer()) {}
        var claire = instruction.referent();
        var echouee = transmis("CH DE BASTIA", claire);
        var suivante = transmis("CH DE CORTE", claire);
        var rendu = requetes.envoyer(instruction.ars("94"), FOURNEES, "e", e(echouee) + ".1," + e(suivante) + ".1")
                .getResponse()
                .getRedirectedUrl();
        var fournee = UUID.fromString(String.valueOf(rendu).substring(FOURNEES.length() + 1));
        var enPanne = new AccepterFournee(
                fournees,
                comptes,
                avis,
                decider,
                enPanneUneFois(
                        () -> base.sql("update fournee_etape set issue = 'VALIDEE' where fournee = ? and rang = 1")
                                .param(fournee)
                                .update()),
                horloge);

        assertThat(enPanne.executer()).isTrue();

        assertThat(base.sql("select rang || ' ' || issue || coalesce(' ' || raison, '') from fournee_etape"
                                + " where fournee = ? order by rang")
                        .param(fournee)
                        .query(String.class)
                        .list())
                .containsExactly("1 VALIDEE", "2 VALIDEE");
        assertThat(base.sql("select fini_le is not null from fournee where id = ?")
                        .param(fournee)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @AfterEach
    void remettre_l_heure() {
        horloge.remettre();
    }

    /** Chaque étape dure moins que le bail, les deux ensemble davantage : nul ne tient pour mort un nœud qui avance. */
    @Test
    void le_bail_se_renouvelle_a_chaque_etape() {
        while (accepter.executer()) {}
        var claire = instruction.referent();
        requetes.envoyer(
                instruction.ars("94"),
                FOURNEES,
                "e",
                e(transmis("CH DE SARTENE", claire)) + ".1," + e(transmis("CH D AJACCIO", claire)) + ".1");
        var volees = new ArrayList<Boolean>();
        var lent = new AccepterFournee(
                fournees,
                comptes,
                avis,
                decider,
                apresChacune(() -> {
                    horloge.avancer(Duration.ofSeconds(30));
                    volees.add(fournees.prendre().isPresent());
                }),
                horloge);

        assertThat(lent.executer()).isTrue();

        assertThat(volees).as("deux étapes, puis plus rien à faire").containsExactly(false, false, false);
    }

    private TransactionTemplate apresChacune(Runnable ensuite) {
        return new TransactionTemplate(transactions) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> acte) {
                var faite = super.<T>execute(acte);
                ensuite.run();
                return faite;
            }
        };
    }

    /** La première transaction échoue au moment de finir, et ceci arrive avant que le nœud en dise quelque chose. */
    private TransactionTemplate enPanneUneFois(Runnable ensuite) {
        var premiere = new AtomicBoolean(true);
        return new TransactionTemplate(transactions) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> acte) {
                if (!premiere.getAndSet(false)) {
                    return super.execute(acte);
                }
                try {
                    return super.<T>execute(etat -> {
                        acte.doInTransaction(etat);
                        throw new IllegalStateException("panne d’essai");
                    });
                } finally {
                    ensuite.run();
                }
            }
        };
    }

    private Dossier transmis(String nom, Connecte referent) {
        return instruction.transmis("94", nom, referent, Instant.parse("2026-03-03T13:03:00Z"));
    }

    private static String e(Dossier dossier) {
        return dossier.reference() + ".candidature";
    }
}
