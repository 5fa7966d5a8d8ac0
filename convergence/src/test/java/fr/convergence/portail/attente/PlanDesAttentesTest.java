package fr.convergence.portail.attente;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.BlocsLus;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Cent mille étapes attendent, la moitié l'ARS, la moitié l'ANS : dire sa place au dernier arrivé ne les compte pas. */
@ExtendWith(BaseDeTest.class)
@Tag("NOW-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDesAttentesTest {

    private final SingleConnectionDataSource connexion;
    private final JdbcClient base;
    private final Attentes attentes;

    PlanDesAttentesTest(DataSource source) throws SQLException {
        connexion = new SingleConnectionDataSource(BaseDeTest.sansFrein(source).getConnection(), true);
        base = JdbcClient.create(connexion);
        attentes = new Attentes(base, new HorlogeDeTest());
    }

    @ParameterizedTest
    @CsvSource({"CARE-D1, ARS", "CARE-D1, ANS", "RARE, ARS", "RARE, ANS"})
    void la_place_et_le_delai_se_lisent_sans_parcourir_la_file(String guichet, Niveau niveau) {
        var dossier = dernier(guichet, niveau);
        assertThat(attentes.de(dossier)).hasSize(2);
        var lus = new BlocsLus(base, "dossier_etape", "dossier_compteur", "dossier_delai")
                .par(() -> attentes.de(dossier));
        assertThat(lus).isLessThan(2_000);
    }

    private static Dossier dernier(String guichet, Niveau niveau) {
        var etat = new EnVerification(niveau, Instant.parse("2027-01-01T00:00:00Z"));
        return new Dossier(
                UUID.randomUUID(),
                ReferenceDeDossier.nouvelle(),
                new Reference(guichet, 1),
                new Dossier.CandidatDuDossier(new CleCandidat(TypeCandidat.GHT, "OCC-04"), "CLINIQUE"),
                Region.duCode("76"),
                UUID.randomUUID(),
                Instant.EPOCH,
                List.of(new Etape(UUID.randomUUID(), "candidature", 1, List.of(niveau), etat, 0)));
    }

    @BeforeAll
    void engendrer() {
        base.sql("""
                insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                     region, referent, vivant, cree_le)
                select uuidv7(), (select string_agg(chr(65 + (n / (26 ^ p)::bigint % 26)::int), '' order by p desc)
                                  from generate_series(0, 9) p),
                       case when n % 1000 < 2 then 'RARE' else 'CARE-D1' end, 1,
                       'EJ_PRIVEE', lpad((340000000 + n)::text, 9, '0'), 'CLINIQUE ' || n,
                       (array['84','27','53','24','94','44','32','11','28','75','76','52','93','01','02','03','04','06'])
                           [1 + n / 2 % 18],
                       uuidv7(), true, timestamptz '2026-01-01' + n * interval '1 minute'
                from generate_series(1, 100000) n
                """).update();
        base.sql("""
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, transmise_le, guichet,
                                           region, candidat_type, tri)
                select uuidv7(), d.id, 'candidature', 1, array['ARS','ANS'], 'EN_VERIFICATION',
                       case when candidat::int % 2 = 0 then 'ARS' else 'ANS' end, d.cree_le, d.cree_le, d.guichet, d.region,
                       d.candidat_type, lower(d.candidat_nom)
                from dossier d
                """).update();
        base.sql("""
                insert into dossier_compteur (region, guichet, etape, etat, niveau, nombre)
                select region, guichet, code, etat, niveau, count(*) from dossier_etape group by 1, 2, 3, 4, 5
                on conflict do nothing
                """).update();
        base.sql("""
                insert into dossier_delai (region, guichet, etape, niveau, mois, jours, nombre)
                select region, guichet, etape, niveau, date '2026-03-01' - m * interval '1 month', j, 3
                from dossier_compteur, generate_series(0, 11) m, generate_series(1, 60) j
                """).update();
        base.sql("vacuum analyze dossier, dossier_etape, dossier_compteur, dossier_delai")
                .update();
    }

    @AfterAll
    void fermer() {
        connexion.destroy();
    }
}
