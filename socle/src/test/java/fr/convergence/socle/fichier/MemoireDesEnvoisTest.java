package fr.convergence.socle.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Un morceau d'envoi reprenable ne tient que ce que sa place compte : il va au dépôt par tranches (décision 0028). */
@ExtendWith(BaseDeTest.class)
@Tag("PCE-1")
final class MemoireDesEnvoisTest {

    private static final int ENVOIS = 32;
    private static final int RECUS = 4_000_000;

    /** Le tampon de lecture, une tranche en clair, une tranche chiffrée : 320 Ko, et de quoi les tenir. */
    private static final long PAR_ENVOI = 400 * 1024;

    @TempDir
    Path dossier;

    @Test
    void des_envois_en_cours_ne_tiennent_que_leurs_tampons_quoi_qu_il_en_soit_arrive(
            JdbcClient base, TransactionTemplate transaction) throws Exception {
        var service = FichiersDeTest.surBaseVide(base, transaction, dossier);
        var arrives = new CountDownLatch(ENVOIS);
        var suite = new CountDownLatch(1);
        var avant = tas();
        var envois = new ArrayList<Future<Reception>>();
        try (var fils = Executors.newFixedThreadPool(ENVOIS)) {
            try {
                for (var i = 0; i < ENVOIS; i++) {
                    var personne = "personne-" + i;
                    var fichier = ouvert(service, personne);
                    envois.add(fils.submit(() -> service.receveur.recevoir(
                            fichier, personne, 0, Envoi.de(0, RECUS + 1).avec(position -> {
                                if (position >= RECUS) {
                                    arrives.countDown();
                                    attendre(suite);
                                }
                            }))));
                }
                assertThat(arrives.await(60, TimeUnit.SECONDS)).isTrue();
                assertThat((tas() - avant) / ENVOIS).isLessThan(PAR_ENVOI);
            } finally {
                suite.countDown();
            }
            for (var envoi : envois) {
                assertThat(envoi.get()).isEqualTo(new Reception.Avance(RECUS + 1, true, null));
            }
        }
    }

    private static UUID ouvert(FichiersDeTest service, String personne) {
        var annonce = new AnnonceDeFichier(personne, "preuve.pdf", RECUS + 1, FichiersDeTest.TOUT, Long.MAX_VALUE);
        return ((OuvertureDEnvoi.Ouvert) service.fichiers.ouvrir(annonce)).id();
    }

    private static void attendre(CountDownLatch suite) {
        try {
            suite.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ce que le tas garde une fois nettoyé. */
    private static long tas() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
