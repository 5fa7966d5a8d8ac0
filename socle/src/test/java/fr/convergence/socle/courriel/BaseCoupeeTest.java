package fr.convergence.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.BaseDeTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL raccroche entre le moment où le serveur de courriel accepte et celui où on le note. */
@Tag("NOT-2")
final class BaseCoupeeTest extends UnEnvoi {

    private static final Duration PLUS_QU_UN_BAIL = Duration.ofMinutes(4);

    private final SingleConnectionDataSource connexion;
    private final JdbcClient maitre;
    private final EnvoiDesCourriels noeud;

    BaseCoupeeTest(DataSource source, JdbcClient base, TransactionTemplate transaction) {
        super(base, transaction);
        maitre = JdbcClient.create(BaseDeTest.sansFrein(source));
        connexion = new SingleConnectionDataSource(
                ((PGSimpleDataSource) source).getUrl(), BaseDeTest.APPLICATION, "", true);
        noeud = new EnvoiDesCourriels(JdbcClient.create(connexion), lettres, facteur, SANS_SMS, coffre, horloge);
    }

    @AfterEach
    void rendre() {
        connexion.destroy();
    }

    @Test
    void un_courriel_accepte_juste_avant_la_coupure_ne_repart_pas() {
        ecrire("Jeanne");
        couperALaReception();

        assertThatThrownBy(noeud::envoyerUnLot).isInstanceOf(DataAccessException.class);
        assertThat(valeur("etat")).isEqualTo("A_ENVOYER");
        revenir();
        noeud.envoyerUnLot();

        assertThat(boite.recus()).hasSize(1);
        assertThat(valeur("etat")).isEqualTo("ENVOYE");
        assertThat(valeur("corps_scelle is null")).isEqualTo("t");
        assertThat(base.sql("select envoye_le from courriel")
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .as("l'heure où le serveur l'a accepté")
                .isBefore(horloge.instant().minus(PLUS_QU_UN_BAIL));
    }

    @Test
    void la_base_coupee_encore_au_retour_il_s_en_souvient_toujours() {
        ecrire("Jeanne");
        couperALaReception();

        assertThatThrownBy(noeud::envoyerUnLot).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(noeud::envoyerUnLot).as("pas encore revenue").isInstanceOf(DataAccessException.class);
        revenir();
        noeud.envoyerUnLot();

        assertThat(boite.recus()).hasSize(1);
        assertThat(valeur("etat")).isEqualTo("ENVOYE");
    }

    @Test
    void ceux_que_le_serveur_n_a_pas_encore_recus_partent_au_retour_une_fois() {
        for (var nom : List.of("Jeanne", "Anne", "Marie")) {
            ecrire(nom);
        }
        couperALaReception();

        assertThatThrownBy(noeud::envoyerUnLot).isInstanceOf(DataAccessException.class);
        revenir();
        noeud.envoyerUnLot();

        assertThat(boite.recus())
                .extracting(recu -> recu.getHeader("Message-ID")[0])
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    private void couperALaReception() {
        var numero = JdbcClient.create(connexion)
                .sql("select pg_backend_pid()")
                .query(Integer.class)
                .single();
        boite.aLaReception(() -> {
            boite.aLaReception(() -> {});
            maitre.sql("select pg_terminate_backend(?)")
                    .param(numero)
                    .query(Boolean.class)
                    .single();
        });
    }

    private void revenir() {
        connexion.resetConnection();
        horloge.avancer(PLUS_QU_UN_BAIL);
    }
}
