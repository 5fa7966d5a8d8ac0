package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
@Tag("AUD-1")
final class JournalTest {

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final VerificationDuJournal verification;

    JournalTest(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        var sceau = ClesDeTest.sceau();
        this.journal = new Journal(base, sceau, new HorlogeDeTest());
        this.verification = new VerificationDuJournal(base, sceau);
    }

    @BeforeEach
    void vider() {
        alterer("delete from journal");
        base.sql("delete from journal_chaine").update();
    }

    @Test
    void les_lignes_d_une_chaine_se_relisent_dans_l_ordre() {
        ecrire("AAAAAAAAAA", "cree");
        ecrire("BBBBBBBBBB", "cree");
        ecrire("AAAAAAAAAA", "transmis");

        assertThat(journal.chaine("AAAAAAAAAA")).extracting(Ligne::acte).containsExactly("cree", "transmis");
        assertThat(verification.executer()).isEqualTo(new VerificationDuJournal.Constat(3, java.util.List.of()));
    }

    @Test
    void la_base_refuse_qu_une_ligne_change_ou_disparaisse() {
        ecrire("AAAAAAAAAA", "cree");

        assertThatThrownBy(() -> base.sql("update journal set acte = 'autre'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> base.sql("delete from journal").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> base.sql("truncate journal").update()).isInstanceOf(DataAccessException.class);
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

        assertThat(verification.executer()).isEqualTo(new VerificationDuJournal.Constat(20, java.util.List.of()));
    }

    @Test
    void mille_alterations_tirees_au_sort_se_voient_toutes() {
        for (var rang = 0; rang < 60; rang++) {
            ecrire("CHAINE" + rang % 6, "acte-" + rang);
        }
        var hasard = new Random(20_261_122);

        for (var essai = 0; essai < 1_000; essai++) {
            var alteration = alteration(hasard);
            transaction.executeWithoutResult(etat -> {
                base.sql("set local session_replication_role = replica").update();
                assertThat(base.sql(alteration).update()).isOne();
                assertThat(verification.executer().anomalies()).as(alteration).isNotEmpty();
                etat.setRollbackOnly();
            });
        }
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
        transaction.executeWithoutResult(etat -> {
            base.sql("set local session_replication_role = replica").update();
            base.sql("alter table journal drop constraint if exists journal_chaine_rang_key")
                    .update();
            base.sql(sql).update();
        });
    }
}
