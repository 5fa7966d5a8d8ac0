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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Les filtres de qui instruit, sur 100 000 dossiers presque tous assignés : ce que chacun lit est borné. */
@ExtendWith(BaseDeTest.class)
@Tag("INSTR-4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDesFiltresTest {

    private static final Logger JOURNAL = LoggerFactory.getLogger(PlanDesFiltresTest.class);
    private static final Curseur MILIEU = new Curseur(
            String.valueOf(Instant.parse("2026-02-15T00:00:00Z").getEpochSecond() * 1_000_000), new UUID(0, 0), false);

    private final JdbcClient base;
    private final CentMilleDossiers donnees;

    PlanDesFiltresTest(DataSource source) throws SQLException {
        this.base = JdbcClient.create(new SingleConnectionDataSource(source.getConnection(), true));
        this.donnees = new CentMilleDossiers(base);
    }

    /** Quatre-vingts dossiers seulement sont à personne : ceux-là, et eux seuls, se lisent. */
    @Test
    void ceux_de_personne_se_lisent_sans_lire_les_autres() {
        for (var qui : List.of(ARS, ANS)) {
            for (var tri : List.of("date", "-date", "nom")) {
                var attendus = Map.of("assigne", "personne", "tri", tri);
                bornes(qui, attendus, 500);
                var tous = Map.of("etat", "tous", "assigne", "personne", "tri", tri);
                bornes(qui, tous, 500);
            }
        }
    }

    /** Quarante paiements à verser, les autres en masse : une page ne lit que ce qu'elle montre, rare ou courant. */
    @Test
    void un_paiement_demande_ne_fait_pas_lire_les_autres() {
        for (var qui : List.of(ARS, ANS)) {
            for (var paiement : FiltreDeListe.PAIEMENTS) {
                for (var tri : List.of("-date", "nom")) {
                    bornes(qui, Map.of("paiement", FiltreDeListe.code(paiement), "tri", tri), 1_500);
                }
            }
        }
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

    private void bornes(Connecte qui, Map<String, String> adresse, int blocs) {
        var filtre = FiltreDeListe.lire(qui, adresse);
        var plan = donnees.plan(RequeteDeListe.page(qui, filtre, null, filtre.decroissant()));
        JOURNAL.debug("{} · {} : {}", qui.role(), adresse, plan);
        assertThat(CentMilleDossiers.blocs(plan))
                .as("%s · %s : %s", qui.role(), adresse, plan)
                .isLessThan(blocs);
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
                    n.rang %% 2500 not in (17, 28) and not exists (select from concertation_assignation a
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
        base.sql("""
                insert into paiement (id, dossier, reference, etape, etape_id, numero, etat, accorde_le, demande, retenu,
                                      avance_le, solde_le, guichet, guichet_version, candidat, finess)
                select uuidv7(), d.id, d.reference, e.code, e.id, 1, p.etat, e.depuis, 1000, 1000,
                       case when p.etat <> 'A_VERSER' then date '2026-03-01' end,
                       case when p.etat = 'PAYE' then date '2026-03-01' end, d.guichet, 1, d.candidat_nom, d.candidat
                from dossier_etape e join dossier d on d.id = e.dossier
                cross join lateral (select d.candidat::int - 340000000 as rang) n
                cross join lateral (select case when n.rang / 18 % 1000 = 3 then 'A_VERSER'
                    when n.rang / 18 % 2 = 0 then 'AVANCE_VERSEE' else 'PAYE' end as etat) p
                where e.code = 'declaration' and e.etat = 'ACCEPTEE'
                """).update();
        base.sql("vacuum analyze concertation_assignation, compte, avis, paiement, dossier_etape")
                .update();
    }
}
