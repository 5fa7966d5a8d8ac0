package fr.convergence.portail.paiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.BlocsLus;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.base.BaseDeTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Cent mille paiements : une page n'en lit que les siens, quels que soient le guichet, la période et ce qu'elle borne. */
@ExtendWith(BaseDeTest.class)
@Tag("INSTR-6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDesPaiementsTest {

    private static final Connecte ANS =
            new Connecte(UUID.randomUUID(), Role.ANS, "Vérificateur Essai", new Perimetre.National(), Instant.EPOCH);

    /** Une ligne et son index : deux blocs et quelques-uns de chemin, pour vingt-six lignes. */
    private static final long UNE_PAGE = 200;

    private final SingleConnectionDataSource connexion;
    private final JdbcClient base;
    private final ListeDesPaiements liste;

    PlanDesPaiementsTest(DataSource source) throws SQLException {
        connexion = new SingleConnectionDataSource(BaseDeTest.sansFrein(source).getConnection(), true);
        base = JdbcClient.create(connexion);
        liste = new ListeDesPaiements(base, new JdbcTransactionManager(connexion));
    }

    @Test
    void une_page_se_lit_dans_l_ordre_ou_qu_elle_soit() {
        var milieu = base.sql("select id from paiement where reference = 'D50000'")
                .query(UUID.class)
                .single();
        assertThat(lus(Map.of(), Optional.empty())).isLessThan(UNE_PAGE);
        assertThat(lus(Map.of(), Optional.of(milieu))).isLessThan(UNE_PAGE);
        assertThat(lus(Map.of("guichet", "CARE-D2"), Optional.empty())).isLessThan(UNE_PAGE);
        assertThat(lus(Map.of("du", "2026-01-10", "au", "2026-01-11"), Optional.empty()))
                .isLessThan(UNE_PAGE);
    }

    @Test
    void les_versements_d_un_jour_ne_font_pas_lire_tous_les_paiements() {
        var jour = Map.of("selon", "versement", "du", "2025-06-01", "au", "2025-06-01");
        assertThat(lus(jour, Optional.empty())).isLessThan(2_000);
    }

    private long lus(Map<String, String> adresse, Optional<UUID> apres) {
        var filtre = FiltreDesPaiements.lire(adresse);
        assertThat(liste.page(ANS, filtre, apres, 26)).hasSize(26);
        return new BlocsLus(base, "paiement").par(() -> liste.page(ANS, filtre, apres, 26));
    }

    @BeforeAll
    void engendrer() {
        base.sql("""
                insert into paiement (id, dossier, reference, etape, etape_id, numero, etat, accorde_le, demande, retenu,
                                      avance_le, solde_le, guichet, guichet_version, candidat, finess)
                select uuidv7(), uuidv7(), 'D' || n, 'candidature', uuidv7(), 1,
                       case n % 3 when 0 then 'PAYE' when 1 then 'AVANCE_VERSEE' else 'A_VERSER' end,
                       timestamptz '2026-01-01' + n * interval '1 minute', 1000, 1000,
                       case when n % 3 <> 2 then date '2024-01-01' + n % 1000 end,
                       case when n % 3 = 0 then date '2024-02-01' + n % 1000 end,
                       case when n % 3 = 0 then 'CARE-D2' else 'CARE-D1' end, 1, 'CH ' || n, lpad(n::text, 9, '0')
                from generate_series(1, 100000) n
                """).update();
        base.sql("vacuum analyze paiement").update();
    }

    @AfterAll
    void fermer() {
        connexion.destroy();
    }
}
