package fr.convergence.socle.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.socle.base.BaseDeTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/** Un fil qui vide une file : réveillé par une transaction validée, jamais arrêté par une panne. */
@ExtendWith(BaseDeTest.class)
final class BoucleTest {

    private static final Duration JAMAIS = Duration.ofHours(1);

    @Test
    void la_boucle_recommence_tant_qu_il_en_reste_puis_attend() {
        var reste = new AtomicInteger(3);
        var passages = new AtomicInteger();
        var boucle = new Boucle("essai", JAMAIS, () -> {
            passages.incrementAndGet();
            return reste.decrementAndGet() > 0;
        });
        pendant(boucle, () -> {
            await().until(() -> passages.get() == 3);
            await().during(Duration.ofMillis(100)).until(() -> passages.get() == 3);
        });
        assertThat(boucle.isRunning()).isFalse();
    }

    @Test
    void une_transaction_annulee_ne_reveille_personne(TransactionTemplate transaction) {
        var passages = new AtomicInteger();
        var boucle = new Boucle("essai", JAMAIS, () -> passages.incrementAndGet() < 0);
        pendant(boucle, () -> {
            await().until(() -> passages.get() == 1);
            transaction.executeWithoutResult(etat -> {
                boucle.reveilApresTransaction();
                etat.setRollbackOnly();
            });
            await().during(Duration.ofMillis(100)).until(() -> passages.get() == 1);

            transaction.executeWithoutResult(_ -> {
                boucle.reveilApresTransaction();
                assertThat(passages).as("pas avant la validation").hasValue(1);
            });
            await().until(() -> passages.get() == 2);
            boucle.reveilApresTransaction();
            await().until(() -> passages.get() == 3);
        });
    }

    /** Une erreur aussi grave qu'elle soit n'arrête pas le fil : plus rien ne se ferait sur ce nœud. */
    @Test
    void une_panne_n_arrete_pas_le_fil() {
        var tombee = new AtomicBoolean();
        var passages = new AtomicInteger();
        var boucle = new Boucle("essai", Duration.ofMillis(5), () -> {
            if (tombee.compareAndSet(false, true)) {
                throw new StackOverflowError("un document trop profond");
            }
            passages.incrementAndGet();
            return false;
        });
        pendant(boucle, () -> {
            await().until(tombee::get);
            boucle.reveilApresTransaction();
            await().until(() -> passages.get() > 0);
        });
    }

    @Test
    void un_noeud_sans_travaux_de_fond_ne_la_lance_pas() {
        assertThat(new Boucle("essai", JAMAIS, () -> false).siActives(false).isAutoStartup())
                .isFalse();
        assertThat(new Boucle("essai", JAMAIS, () -> false).isAutoStartup()).isTrue();
    }

    private static void pendant(Boucle boucle, Runnable essai) {
        boucle.start();
        try {
            essai.run();
        } finally {
            boucle.stop();
        }
    }
}
