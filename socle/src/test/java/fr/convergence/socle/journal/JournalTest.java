package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.journal.VerificationDuJournal.Constat;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
@Tag("AUD-1")
final class JournalTest {

    private static final Sceau SCEAU = ClesDeTest.sceau();

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final JdbcClient sansFrein;
    private final TransactionTemplate transactionSansFrein;
    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final DepotEnMemoire depot = new DepotEnMemoire();
    private final Journal journal;
    private final Ancrage ancrage;
    private final VerificationDuJournal verification;

    JournalTest(DataSource source, JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        this.journal = new Journal(base, SCEAU, horloge);
        this.ancrage = new Ancrage(base, transaction, depot, SCEAU, horloge);
        // Une seule connexion : en ouvrir une par vérification prendrait l'essentiel du temps.
        var entiere = new SingleConnectionDataSource(connexion(source), true);
        this.sansFrein = JdbcClient.create(entiere);
        var transactions = new DataSourceTransactionManager(entiere);
        this.transactionSansFrein = new TransactionTemplate(transactions);
        this.verification = new VerificationDuJournal(sansFrein, transactions, depot, SCEAU);
    }

    @BeforeEach
    void vider() {
        alterer("delete from journal");
        alterer("delete from journal_chaine");
        alterer("delete from journal_ancre");
        depot.objets.clear();
    }

    @Test
    void les_lignes_d_une_chaine_se_relisent_dans_l_ordre() {
        ecrire("AAAAAAAAAA", "cree");
        ecrire("BBBBBBBBBB", "cree");
        ecrire("AAAAAAAAAA", "transmis");

        assertThat(journal.chaine("AAAAAAAAAA")).extracting(Ligne::acte).containsExactly("cree", "transmis");
        assertThat(verification.executer()).isEqualTo(intact(3, 0));
    }

    @Test
    void le_role_de_l_application_ne_peut_qu_ajouter_et_lire() {
        ecrire("AAAAAAAAAA", "cree");
        ancrage.ancrer();

        for (var interdit : new String[] {
            "update journal set acte = 'autre'",
            "delete from journal",
            "truncate journal",
            "insert into journal select gen_random_uuid(), chaine, 2, le, acteur, acte, detail, empreinte from journal",
            "update journal_chaine set dernier_rang = 0",
            "delete from journal_chaine",
            "truncate journal_chaine",
            "update journal_ancre set le = now()",
            "delete from journal_ancre",
            "alter table journal disable trigger all",
            "alter table journal rename to ancien",
            "drop table journal cascade",
            "create trigger avant before insert on journal for each row execute function journal_immuable()",
            "create or replace function journal_tete(objet text) returns journal_chaine language sql as 'select null'",
            "create table public.journal_bis (id int)",
            "set session_replication_role = replica",
            "set role proprietaire",
        }) {
            assertThatThrownBy(() -> base.sql(interdit).update())
                    .as(interdit)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThat(verification.executer()).isEqualTo(intact(1, 1));
    }

    @Test
    void une_ligne_qui_ne_suit_pas_la_derniere_ne_s_ajoute_pas() {
        ecrire("AAAAAAAAAA", "cree");

        for (var rang : new long[] {0, 1, 3}) {
            assertThatThrownBy(() -> base.sql(
                                    "select journal_ajouter(gen_random_uuid(), 'AAAAAAAAAA', ?, now(), '', '', '{}', '')")
                            .param(rang)
                            .query()
                            .singleRow())
                    .hasMessageContaining("ne suit pas la dernière");
        }
    }

    @Test
    void meme_qui_tient_la_base_doit_lever_les_gachettes() {
        ecrire("AAAAAAAAAA", "cree");

        for (var interdit :
                new String[] {"update journal set acte = 'autre'", "delete from journal", "truncate journal"}) {
            assertThatThrownBy(() -> sansFrein.sql(interdit).update())
                    .as(interdit)
                    .hasMessageContaining("ne se modifie pas");
        }
    }

    @Test
    void une_ligne_changee_par_qui_tient_la_base_se_voit() {
        for (var alteration : new String[] {
            "update journal set acte = 'autre' where rang = 2",
            "update journal set acteur = 'autre' where rang = 1",
            "update journal set detail = '{\"cle\": \"faux\"}' where rang = 3",
            "update journal set le = le + interval '1 microsecond' where rang = 2",
            "update journal set empreinte = '\\x00' where rang = 2",
            "delete from journal where rang = 2",
            "delete from journal where rang = 3",
            "delete from journal",
            "update journal set rang = case rang when 1 then 2 else 1 end where rang < 3",
        }) {
            vider();
            ecrire("AAAAAAAAAA", "cree");
            ecrire("AAAAAAAAAA", "transmis");
            ecrire("AAAAAAAAAA", "accepte");

            alterer(alteration);

            assertThat(verification.executer().anomalies()).as(alteration).isNotEmpty();
        }
    }

    @Test
    void vingt_actes_au_meme_instant_font_une_chaine_sans_trou() throws InterruptedException {
        try (var fils = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 20; i++) {
                fils.submit(() -> ecrire("AAAAAAAAAA", "enregistre"));
            }
        }

        assertThat(verification.executer()).isEqualTo(intact(20, 0));
    }

    @Test
    void mille_alterations_tirees_au_sort_se_voient_toutes() {
        for (var rang = 0; rang < 60; rang++) {
            ecrire("CHAINE" + rang % 6, "acte-" + rang);
            if (rang % 12 == 11) {
                ancrage.ancrer();
            }
        }
        assertThat(verification.executer()).isEqualTo(intact(60, 5));
        var hasard = new Random(20_261_122);

        for (var essai = 0; essai < 1_000; essai++) {
            var alteration = hasard.nextInt(3) == 0 ? suppression(hasard) : alteration(hasard);
            transactionSansFrein.executeWithoutResult(etat -> {
                sansFrein.sql("set local session_replication_role = replica").update();
                for (var ordre : alteration.split(";")) {
                    assertThat(sansFrein.sql(ordre).update()).isPositive();
                }
                assertThat(verification.executer().anomalies()).as(alteration).isNotEmpty();
                etat.setRollbackOnly();
            });
        }
        assertThat(verification.executer()).isEqualTo(intact(60, 5));
    }

    @Test
    void une_ancre_changee_deplacee_ou_otee_se_voit() {
        for (var rang = 0; rang < 5; rang++) {
            ecrire("AAAAAAAAAA", "acte-" + rang);
            ancrage.ancrer();
        }
        var posees = Map.copyOf(depot.objets);
        var temoin = "5:" + Ancre.empreinte(new String(posees.get(DepotDesAncres.nom(5)), StandardCharsets.UTF_8));
        assertThat(verification.executer(temoin)).isEqualTo(intact(5, 5));
        var hasard = new Random(20_261_129);

        for (var essai = 0; essai < 200; essai++) {
            depot.objets.putAll(posees);
            var nom = DepotDesAncres.nom(1 + hasard.nextInt(5));
            switch (essai % 4) {
                case 0 -> depot.objets.remove(nom);
                case 1 -> depot.objets.put(nom, "faux".getBytes(StandardCharsets.UTF_8));
                default -> {
                    var octets = posees.get(nom).clone();
                    octets[hasard.nextInt(octets.length)] ^= (byte) (1 + hasard.nextInt(255));
                    depot.objets.put(nom, octets);
                }
            }
            assertThat(verification.executer().anomalies()).as(nom).isNotEmpty();
        }
        depot.objets.putAll(posees);
        depot.objets.put(DepotDesAncres.nom(2), posees.get(DepotDesAncres.nom(3)));
        assertThat(verification.executer().anomalies()).contains("ancre 2 : déplacée");
        depot.objets.putAll(posees);
        depot.objets.remove(DepotDesAncres.nom(5));
        alterer("delete from journal_ancre where numero = 5");
        assertThat(verification.executer().anomalies()).isEmpty(); // ôtée des deux : seules les traces la savaient
        assertThat(verification.executer(temoin).anomalies())
                .containsExactly("l’ancre donnée en témoin, " + temoin + ", n’est pas au dépôt");
    }

    @Test
    void une_base_revenue_en_arriere_dit_ce_qui_manque_jusqu_a_ce_qu_on_en_reparte() {
        ecrire("AAAAAAAAAA", "cree");
        ancrage.ancrer();
        ecrire("AAAAAAAAAA", "transmis");
        ecrire("BBBBBBBBBB", "cree");
        ancrage.ancrer();
        alterer("delete from journal where rang = 2 or chaine = 'BBBBBBBBBB'");
        alterer("delete from journal_chaine where chaine = 'BBBBBBBBBB'");
        alterer("update journal_chaine set dernier_rang = 1, derniere_empreinte = (select empreinte from journal)");
        alterer("delete from journal_ancre where numero = 2");

        assertThat(verification.executer().anomalies())
                .containsExactlyInAnyOrder(
                        "AAAAAAAAAA : la ligne 2, qu’une ancre atteste, a disparu",
                        "BBBBBBBBBB : la ligne 1, qu’une ancre atteste, a disparu");
        assertThat(ancrage.reprendre()).hasSize(1);
        ecrire("AAAAAAAAAA", "transmis-de-nouveau");
        ancrage.ancrer();

        var constat = verification.executer();
        assertThat(constat.anomalies()).isEmpty();
        assertThat(constat.ancres()).isEqualTo(4);
        assertThat(constat.reprises()).hasSize(1);
    }

    @Test
    void sans_acte_nouveau_rien_ne_s_ancre() {
        ecrire("AAAAAAAAAA", "cree");
        ecrire("BBBBBBBBBB", "cree");
        assertThat(ancrage.ancrer()).singleElement().asString().contains("AAAAAAAAAA", "BBBBBBBBBB");
        horloge.avancer(Duration.ofMinutes(10));
        alterer("update journal set le = le - interval '1 day'");

        assertThat(ancrage.ancrer()).isEmpty();
    }

    @Test
    void le_role_qui_possede_le_journal_ne_sert_pas_les_requetes() {
        new RoleDeLApplication(base, false).afterSingletonsInstantiated();
        new RoleDeLApplication(sansFrein, true).afterSingletonsInstantiated();
        assertThatThrownBy(() -> new RoleDeLApplication(sansFrein, false).afterSingletonsInstantiated())
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("CONVERGENCE_DB_OWNER");
    }

    private static Connection connexion(DataSource source) {
        try {
            return BaseDeTest.sansFrein(source).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constat intact(long lignes, int ancres) {
        return new Constat(lignes, ancres, List.of(), List.of());
    }

    /** Ce que la tête de chaîne, changée aussi, ne trahit plus : la fin ôtée, la chaîne ôtée, le journal vidé. */
    private static String suppression(Random hasard) {
        var chaine = "chaine = 'CHAINE%d'".formatted(hasard.nextInt(6));
        var garde = 1 + hasard.nextInt(9);
        return switch (hasard.nextInt(4)) {
            case 0 -> "delete from journal where %1$s; delete from journal_chaine where %1$s".formatted(chaine);
            case 1 -> "delete from journal; delete from journal_chaine";
            case 2 ->
                "delete from journal where %1$s; delete from journal_chaine where %1$s; delete from journal_ancre"
                        .formatted(chaine);
            default -> """
                    delete from journal where %1$s and rang > %2$d;
                    update journal_chaine set dernier_rang = %2$d,
                        derniere_empreinte = (select empreinte from journal where %1$s and rang = %2$d) where %1$s
                    """.formatted(chaine, garde);
        };
    }

    private static String alteration(Random hasard) {
        var ligne = "chaine = 'CHAINE%d' and rang = %d".formatted(hasard.nextInt(6), 1 + hasard.nextInt(10));
        var autre = "chaine = 'CHAINE%d' and rang = %d".formatted(hasard.nextInt(6), 11);
        return switch (hasard.nextInt(9)) {
            case 0 -> "update journal set acte = acte || 'x' where " + ligne;
            case 1 -> "update journal set acteur = 'autre%d' where %s".formatted(hasard.nextInt(), ligne);
            case 2 ->
                "update journal set detail = detail || '{\"ajout\": \"%d\"}' where %s"
                        .formatted(hasard.nextInt(), ligne);
            case 3 ->
                "update journal set le = le + interval '%d microseconds' where %s"
                        .formatted(1 + hasard.nextInt(1_000_000), ligne);
            case 4 -> "update journal set id = gen_random_uuid() where " + ligne;
            case 5 ->
                "update journal set empreinte = set_byte(empreinte, %1$d, get_byte(empreinte, %1$d) # %2$d) where %3$s"
                        .formatted(hasard.nextInt(32), 1 + hasard.nextInt(255), ligne);
            case 6 -> "delete from journal where " + ligne;
            case 7 -> "update journal set rang = rang + 10 where " + ligne;
            default -> "update journal set " + autre.replace(" and ", ", ") + " where " + ligne;
        };
    }

    private void ecrire(String chaine, String acte) {
        transaction.executeWithoutResult(etat ->
                journal.ecrire(chaine, UUID.randomUUID().toString(), acte, Map.of("cle", "valeur « accentuée »")));
    }

    /** Ce que ferait un administrateur de la base, gâchettes levées. */
    private void alterer(String sql) {
        transactionSansFrein.executeWithoutResult(etat -> {
            sansFrein.sql("set local session_replication_role = replica").update();
            sansFrein
                    .sql("alter table journal drop constraint if exists journal_chaine_rang_key")
                    .update();
            sansFrein.sql(sql).update();
        });
    }
}
