package fr.convergence.portail.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.IdentiteChangee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.DossierRenomme;
import fr.convergence.portail.etablissement.ImporterRegistre;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.transfert.ContactCorrige;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Ce que l'index apprend sans acte, et ce qu'il oublie. */
@TestDuPortail
@Tag("INSTR-8")
final class RelectureDesDossiersTest {

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
    RelectureDesDossiers relecture;

    @Autowired
    MotsQuittes quittes;

    @Test
    void un_dossier_que_l_index_ne_connait_pas_s_y_trouve_apres_le_parcours() {
        var dossier = instruction.transmis("84", "CH DE LA TOURMALINE");
        base.sql("delete from recherche_dossier where dossier = ?")
                .param(dossier.id())
                .update();
        base.sql("delete from recherche_nom where mot = 'tourmaline'").update();

        relecture.parcourir();
        relire();

        assertThat(mots(dossier)).contains("tourmaline");
        assertThat(base.sql("select count(*) from recherche_nom where mot = 'tourmaline' and region = '84'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Rempli par du SQL, qui ne connaît pas les équivalents. */
    @Test
    void un_dossier_indexe_autrement_retrouve_ses_abreviations() {
        var dossier = instruction.transmis("84", "CH DE LA SPINELLE");
        base.sql("""
                update recherche_dossier set lu_le = null, mots = array_to_tsvector(array['ch', 'spinelle'])
                where dossier = ?
                """).param(dossier.id()).update();
        assertThat(mots(dossier)).doesNotContain("hospitalier");

        relecture.parcourir();
        relire();

        assertThat(mots(dossier)).contains("centre", "hospitalier", "spinelle", "=" + reference(dossier));
    }

    /** Un nœud de la version précédente transmet sans tenir l'index. */
    @Test
    void ce_qu_un_noeud_plus_ancien_transmet_de_nouveau_est_relu() {
        var dossier = instruction.transmis("84", "CH DE LA ZIRCONE");
        relire();
        instruction.sceller(dossier, 1, LE, Map.of("dsi", Valeur.simple("Iolanthe")), Map.of());
        base.sql("""
                update dossier_etape e set depuis = lu_le + interval '1 second'
                from recherche_dossier i where i.dossier = e.dossier and e.dossier = ? and e.rang = 1
                """).param(dossier.id()).update();

        relecture.parcourir();
        relire();

        assertThat(mots(dossier)).contains("=iolanthe");
    }

    @Test
    void un_dossier_renomme_ne_se_range_plus_sous_son_ancien_nom() {
        var dossier = instruction.transmis("84", "PRECEDENT AMBRE");
        relire();
        transaction.executeWithoutResult(_ -> {
            base.sql("update dossier set candidat_nom = 'SUIVANT AMBRE' where id = ?")
                    .param(dossier.id())
                    .update();
            base.sql("update dossier_etape set tri = 'suivant ambre' where dossier = ?")
                    .param(dossier.id())
                    .update();
            faits.publishEvent(new DossierRenomme(dossier.id()));
        });

        relire();

        assertThat(base.sql(
                                "select mot || ' : ' || tri from recherche_nom where mot in ('precedent', 'suivant', 'ambre') order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("ambre : suivant ambre", "suivant : suivant ambre");
    }

    @Test
    void un_brouillon_marque_n_entre_pas_dans_l_index() {
        var claire = instruction.referent();
        var brouillon = instruction.brouillon("84", "CH DE LA MALACHITE", claire);
        transaction.executeWithoutResult(_ -> faits.publishEvent(new IdentiteChangee(claire.compte())));

        relire();

        assertThat(mots(brouillon)).isEmpty();
        assertThat(marques(brouillon)).isZero();
    }

    @Test
    void un_dossier_illisible_laisse_passer_les_autres() {
        var illisible = instruction.transmis("84", "CH ILLISIBLE");
        var autre = instruction.transmis("84", "CH DE LA PYRITE");
        transaction.executeWithoutResult(_ -> {
            base.sql("""
                    insert into transfert_contact (dossier, question, version, valeur, le, par)
                    values (?, 'dsi', 1, '{"nom":{"nom":[{}]}}', now(), ?)
                    """).params(illisible.id(), UUID.randomUUID()).update();
            base.sql("update recherche_dossier set lu_le = null where dossier in (?, ?)")
                    .params(illisible.id(), autre.id())
                    .update();
        });

        relecture.parcourir();
        relire();

        assertThat(marques(illisible)).isEqualTo(1);
        assertThat(marques(autre)).isZero();
        base.sql("delete from transfert_contact where dossier = ?")
                .param(illisible.id())
                .update();
    }

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
                        corriger(dossier, "Oyapock");
                        ecrit.countDown();
                        attendre(suite);
                    }),
                    fils);
            attendre(ecrit);
            importe = CompletableFuture.runAsync(() -> importer(List.of(dossier), "labradorite"), fils);
            while (!importe.isDone() && attentes() == 0) {
                Thread.onSpinWait();
            }
            suite.countDown();
            acte.get(30, TimeUnit.SECONDS);
            importe.get(30, TimeUnit.SECONDS);
        }
        relire();

        assertThat(mots(dossier)).contains("=oyapock", "=labradorite", "obsidienne");
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
                faits.add(fils.submit(this::relire));
                for (var dossier : dossiers.reversed()) {
                    faits.add(fils.submit(() -> transaction.executeWithoutResult(_ -> corriger(dossier, mot + "bis"))));
                }
                for (var fait : faits) {
                    fait.get(30, TimeUnit.SECONDS);
                }
            }
            relire();
            for (var dossier : dossiers) {
                assertThat(mots(dossier)).contains("=" + mot, "=" + mot + "bis", "peridot");
            }
        }
    }

    @Test
    void les_mots_d_un_compte_supprime_s_oublient_ceux_des_autres_restent() {
        var claire = instruction.referent();
        nommer(claire.compte(), "Rhodochrosite", "Alexandrine");
        var sien = instruction.transmis("84", "CH DU GRENAT", claire, LE);
        var autre = instruction.transmis("84", "CLINIQUE ALEXANDRINE");
        assertThat(connus("rhodochrosite")).isEqualTo(8);

        nommer(claire.compte(), "supprimé", "Compte");
        transaction.executeWithoutResult(_ -> faits.publishEvent(new IdentiteChangee(claire.compte())));
        relire();
        quittes.oublier();

        assertThat(mots(sien)).doesNotContain("=rhodochrosite", "=alexandrine").contains("=supprime");
        assertThat(mots(autre)).contains("alexandrine");
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
        relire();

        transaction.executeWithoutResult(_ -> {
            corriger(dossier, "Chrysoberyl");
            CompletableFuture.runAsync(quittes::oublier)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });
        quittes.oublier();

        assertThat(mots(dossier)).contains("=chrysoberyl");
        assertThat(connus("chrysoberyl")).isEqualTo(8);
    }

    private void nommer(UUID compte, String nom, String prenom) {
        base.sql("update compte set nom = ?, prenom = ? where id = ?")
                .params(nom, prenom, compte)
                .update();
    }

    private void corriger(Dossier dossier, String nom) {
        base.sql("""
                insert into transfert_contact (dossier, question, version, valeur, le, par)
                select :dossier, 'dsi', coalesce(max(version), 0) + 1, jsonb_build_object('nom', :nom::text), now(), :dossier
                from transfert_contact where dossier = :dossier
                """).param("dossier", dossier.id()).param("nom", nom).update();
        faits.publishEvent(new ContactCorrige(dossier.id()));
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

    private void relire() {
        while (relecture.relireUnLot()) {
            // Il en reste.
        }
    }

    private List<String> mots(Dossier dossier) {
        return base.sql("select mot from recherche_dossier, unnest(tsvector_to_array(mots)) mot where dossier = ?")
                .param(dossier.id())
                .query(String.class)
                .list();
    }

    private long connus(String mot) {
        return base.sql("select count(*) from recherche_mot where mot = ?")
                .param(mot)
                .query(Long.class)
                .single();
    }

    private long marques(Dossier dossier) {
        return base.sql("select count(*) from recherche_a_relire where dossier = ?")
                .param(dossier.id())
                .query(Long.class)
                .single();
    }

    private long attentes() {
        return base.sql("""
                select count(*) from pg_locks l join pg_stat_activity a using (pid)
                where not l.granted and a.datname = current_database()
                """).query(Long.class).single();
    }

    private static String reference(Dossier dossier) {
        return dossier.reference().valeur().toLowerCase(Locale.ROOT);
    }

    private static void attendre(CountDownLatch signal) {
        try {
            assertThat(signal.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
