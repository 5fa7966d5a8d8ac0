package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.DemarrageImpossible;
import java.util.Random;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("AUD-1")
final class JournalTest extends UnJournal {

    JournalTest(DataSource source, JdbcClient base, TransactionTemplate transaction) {
        super(source, base, transaction);
    }

    @Test
    void les_lignes_d_une_chaine_se_relisent_dans_l_ordre() {
        ecrire("AAAAAAAAAA", "cree");
        ecrire("BBBBBBBBBB", "cree");
        ecrire("AAAAAAAAAA", "transmis");

        assertThat(journal.chaine("AAAAAAAAAA"))
                .extracting(LigneDuJournal::acte)
                .containsExactly("cree", "transmis");
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
    void le_role_qui_possede_le_journal_ne_sert_pas_les_requetes() {
        new RoleDeLApplication(base, false).afterSingletonsInstantiated();
        new RoleDeLApplication(sansFrein, true).afterSingletonsInstantiated();
        assertThatThrownBy(() -> new RoleDeLApplication(sansFrein, false).afterSingletonsInstantiated())
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("CONVERGENCE_DB_OWNER");
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
}
