package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Chercher une personne ne relit pas tous les comptes, qu'elle soit rare, courante ou désignée par son établissement. */
@ExtendWith(BaseDeTest.class)
@Tag("ADM-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDesPersonnesTest {

    /** Vingt mille comptes, dont un sur trois répond à la recherche courante ; une page en montre vingt-six. */
    private static final long UNE_POIGNEE = 200;

    /** Plus qu'il n'en faut à PostgreSQL pour retenir un plan. */
    private static final int FOIS = 12;

    private final SingleConnectionDataSource connexion;
    private final JdbcClient base;
    private final Comptes comptes;

    PlanDesPersonnesTest(DataSource source) throws SQLException {
        this.connexion =
                new SingleConnectionDataSource(BaseDeTest.sansFrein(source).getConnection(), true);
        this.base = JdbcClient.create(connexion);
        this.comptes = new Comptes(base, connexion);
    }

    @ParameterizedTest
    @CsvSource({"nom4242x, 1", "marie, 26", "a, 26", "inconnue, 0", "prénom nom4242x, 0"})
    void un_referent_se_cherche_par_ses_index(String saisie, int trouves) {
        assertThat(lues(saisie, List.of(), null, trouves)).isLessThan(UNE_POIGNEE);
    }

    @Test
    void un_referent_se_cherche_par_son_etablissement_sans_relire_les_comptes() {
        assertThat(lues("000004242", List.of("000004242", "OCC-04"), null, 1)).isLessThan(UNE_POIGNEE);
    }

    @Test
    void la_page_suivante_reprend_dans_l_ordre() {
        var page = comptes.referents("marie", List.of(), null, 26);
        var suivante = comptes.referents("marie", List.of(), page.getLast().id(), 26);

        assertThat(suivante).hasSize(26).doesNotContainAnyElementsOf(page);
        assertThat(suivante.getFirst().nom()).isGreaterThan(page.getLast().nom());
        assertThat(lues("marie", List.of(), page.getLast().id(), 26)).isLessThan(UNE_POIGNEE);
    }

    /** Comptes lus pour une page. */
    private long lues(String saisie, List<String> candidats, @Nullable UUID apres, int trouves) {
        var avant = compteur();
        for (var fois = 0; fois < FOIS; fois++) {
            assertThat(comptes.referents(saisie, candidats, apres, 26)).hasSize(trouves);
        }
        return (compteur() - avant) / FOIS;
    }

    /** Dans l'ordre de la table, ou dans celui d'un index. */
    private long compteur() {
        base.sql("select pg_stat_force_next_flush()").query().singleRow();
        return base.sql("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'compte'")
                .query(Long.class)
                .single();
    }

    @BeforeAll
    void engendrer() {
        base.sql("""
                insert into compte (id, role, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle, civilite, nom,
                                    prenom, etat, etat_depuis, cree_le)
                select uuidv7(), 'REFERENT', 'u.' || n, 'u.' || n, n || '@chu-essai.fr', n || '@chu-essai.fr', 'MADAME',
                       'Nom' || n || 'x', case when n % 3 = 0 then 'Marie' else 'Claire' end, 'ACTIF', now(), now()
                from generate_series(1, 20000) n
                """).update();
        base.sql("""
                insert into compte_etablissement (compte, candidat_type, candidat, ajoute_le)
                select id, 'EJ', lpad(substr(nom_utilisateur, 3), 9, '0'), now() from compte
                """).update();
        base.sql("vacuum analyze compte, compte_etablissement").update();
    }

    @AfterAll
    void fermer() {
        connexion.destroy();
    }
}
