package fr.convergence.portail.instruction;

import static fr.convergence.portail.instruction.CentMilleDossiers.ANS;
import static fr.convergence.portail.instruction.CentMilleDossiers.ARS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.base.BaseDeTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Les filtres de qui instruit, sur 100 000 dossiers presque tous assignés : ce que chacun lit est borné. */
@ExtendWith(BaseDeTest.class)
@Tag("INSTR-4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDesFiltresTest {

    private static final Curseur MILIEU = new Curseur(
            String.valueOf(Instant.parse("2026-02-15T00:00:00Z").getEpochSecond() * 1_000_000), new UUID(0, 0), false);

    private final JdbcClient base;
    private final CentMilleDossiers donnees;

    PlanDesFiltresTest(DataSource source) throws SQLException {
        this.base = JdbcClient.create(new SingleConnectionDataSource(source.getConnection(), true));
        this.donnees = new CentMilleDossiers(base);
    }

    /**
     * Quarante dossiers seulement sont à personne. Ceux qui attendent l'ARS se lisent vite ; toute une région, un bloc pour
     * l'étape et trois ou quatre pour qui s'en charge, si PostgreSQL sait que son disque se lit dans le désordre.
     */
    @Test
    void ceux_de_personne_ne_font_lire_que_la_region() {
        base.sql("set random_page_cost = 1.1").update();
        for (var tri : List.of("date", "nom")) {
            var attendus = Map.of("assigne", "personne", "tri", tri);
            assertThat(blocs(ARS, FiltreDeListe.lire(ARS, attendus), null)).isLessThan(3_000);
            var tous = Map.of("etat", "tous", "assigne", "personne", "tri", tri);
            assertThat(blocs(ARS, FiltreDeListe.lire(ARS, tous), null)).isLessThan(50_000);
        }
        base.sql("reset random_page_cost").update();
    }

    @Test
    void les_avis_demandes_se_lisent_par_qui_est_consulte() {
        for (var qui : List.of(ARS, ANS)) {
            var filtre = Map.of("etat", "tous", "avis", "moi");
            assertThat(blocs(qui, FiltreDeListe.lire(qui, filtre), null)).isLessThan(1_000);
        }
    }

    @Test
    void le_dossier_suivant_ne_coute_qu_une_ligne() {
        for (var qui : List.of(ARS, ANS)) {
            for (var filtre : List.of(Map.<String, String>of(), Map.of("etat", "tous", "assigne", "moi"))) {
                var suivant = FiltreDeListe.lire(qui, filtre).uneSeule();
                assertThat(blocs(qui, suivant, MILIEU)).isLessThan(300);
            }
        }
    }

    private int blocs(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur) {
        return donnees.blocs(RequeteDeListe.page(qui, filtre, curseur, filtre.decroissant()));
    }

    @BeforeAll
    void engendrer() {
        donnees.engendrer();
        for (var qui : List.of(ARS, ANS)) {
            var collegue = CentMilleDossiers.connecte(qui.role(), qui == ARS ? "76" : null);
            donnees.assigner(collegue, """
                    n.rang %% 2500 <> 17 and not exists (select from concertation_assignation a
                        where a.dossier = d.id and a.niveau = '%s')""".formatted(qui.role()));
            base.sql("""
                    insert into avis (reference, numero, dossier, etape, demandeur, consulte, question, demande_le, etat)
                    select reference, :numero, id, 'candidature', uuidv7(), :consulte, 'Qu’en dites-vous ?', now(), 'DEMANDE'
                    from dossier where candidat::int % 1000 = 10
                    """)
                    .param("numero", qui == ARS ? 1 : 2)
                    .param("consulte", qui.compte())
                    .update();
        }
        base.sql("vacuum analyze concertation_assignation, compte, avis").update();
    }
}
