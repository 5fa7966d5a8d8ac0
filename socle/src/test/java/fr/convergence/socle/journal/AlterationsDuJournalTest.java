package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Le journal que quelqu'un change, ancres comprises : tout se voit. */
@Tag("AUD-1")
final class AlterationsDuJournalTest extends UnJournal {

    AlterationsDuJournalTest(DataSource source, JdbcClient base, TransactionTemplate transaction) {
        super(source, base, transaction);
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
}
