package fr.convergence.portail.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.Verrous;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.registre.ImporterRegistre;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Une relecture que des actes, un import ou une panne croisent. */
@TestDuPortail
@Tag("INSTR-8")
final class RelecturesSimultaneesTest {

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
    RelectureDesDossiers relecture;

    /** L'import lit le dossier pendant qu'un acte, pas encore écrit, y ajoute des mots. */
    @Test
    void un_acte_et_un_import_a_la_fois_ne_perdent_aucun_mot() throws Exception {
        var dossier = instruction.transmis("84", "CH DE L OBSIDIENNE");
        var ecrit = new CountDownLatch(1);
        CompletableFuture<Void> importe;
        var suite = new CountDownLatch(1);
        try (var fils = Executors.newFixedThreadPool(2)) {
            var acte = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(_ -> {
                        index.corriger(dossier, "Oyapock");
                        ecrit.countDown();
                        attendre(suite);
                    }),
                    fils);
            attendre(ecrit);
            importe = CompletableFuture.runAsync(() -> importer(List.of(dossier), "labradorite"), fils);
            while (!importe.isDone() && !Verrous.uneTransactionAttend(base)) {
                Thread.onSpinWait();
            }
            suite.countDown();
            acte.get(30, TimeUnit.SECONDS);
            importe.get(30, TimeUnit.SECONDS);
        }
        index.relire();

        assertThat(index.mots(dossier)).contains("=oyapock", "=labradorite", "obsidienne");
    }

    @Test
    void des_actes_et_des_imports_en_meme_temps_ne_s_interbloquent_pas() throws Exception {
        var dossiers = IntStream.range(0, 6)
                .mapToObj(n -> instruction.transmis("84", "CH DU PERIDOT"))
                .toList();
        for (var tour = 0; tour < 10; tour++) {
            var mot = "tour" + Character.toString('a' + tour) + "mot";
            try (var fils = Executors.newFixedThreadPool(5)) {
                var faits = new ArrayList<Future<?>>();
                faits.add(fils.submit(() -> importer(dossiers, mot)));
                faits.add(fils.submit(index::relire));
                for (var dossier : dossiers.reversed()) {
                    faits.add(fils.submit(
                            () -> transaction.executeWithoutResult(_ -> index.corriger(dossier, mot + "bis"))));
                }
                for (var fait : faits) {
                    fait.get(30, TimeUnit.SECONDS);
                }
            }
            index.relire();
            for (var dossier : dossiers) {
                assertThat(index.mots(dossier)).contains("=" + mot, "=" + mot + "bis", "peridot");
            }
        }
    }

    @Test
    void un_dossier_que_la_base_interrompt_se_relit_dans_la_minute() {
        var dossier = instruction.transmis("84", "CH DE LA CITRINE");
        index.meconnaitre(dossier);
        index.parcourir();

        try (var fils = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                base.sql("select pg_advisory_xact_lock(hashtextextended('recherche/' || ?, 0))")
                        .param(dossier.id().toString())
                        .query()
                        .singleRow();
                var relue = CompletableFuture.runAsync(index::relire, fils);
                while (!relue.isDone() && interrompre() == 0) {
                    Thread.onSpinWait();
                }
                relue.orTimeout(30, TimeUnit.SECONDS).join();
            });
        }

        assertThat(index.attente(dossier)).isBetween(1L, 60L);
    }

    /** Le registre nomme autrement leurs candidats, comme le fait un import. */
    private void importer(List<Dossier> dossiers, String mot) {
        transaction.executeWithoutResult(_ -> {
            var lot = UUID.randomUUID();
            base.sql("""
                    insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'essai', now(), 'IMPORTE')
                    """).param(lot).update();
            for (var dossier : dossiers) {
                base.sql("""
                        insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                        values (:finess, :nom, 'EJ_PRIVEE', 'LYON', '84', :nom, :nom, :lot)
                        on conflict (finess) do update set raison_sociale = excluded.raison_sociale
                        """)
                        .param("finess", dossier.candidat().cle().identifiant())
                        .param("nom", mot)
                        .param("lot", lot)
                        .update();
            }
            faits.publishEvent(new ImporterRegistre.Publie(lot));
        });
    }

    /** @return combien de connexions, qui attendaient un verrou, la base a fermées */
    private long interrompre() {
        return base.sql("""
                select count(*) filter (where pg_terminate_backend(pid)) from pg_locks l join pg_stat_activity a using (pid)
                where not l.granted and l.locktype = 'advisory' and a.datname = current_database()
                """).query(Long.class).single();
    }

    private static void attendre(CountDownLatch signal) {
        try {
            assertThat(signal.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
