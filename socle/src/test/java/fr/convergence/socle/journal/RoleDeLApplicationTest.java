package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.DemarrageImpossible;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chaque façon qu'aurait le rôle de l'application de récrire le journal empêche de démarrer. */
@ExtendWith(BaseDeTest.class)
@Tag("AUD-1")
final class RoleDeLApplicationTest {

    private final JdbcClient base;
    private final JdbcClient serveur;
    private final RoleDeLApplication controle;

    RoleDeLApplicationTest(DataSource source, JdbcClient base) {
        this.base = base;
        this.serveur = JdbcClient.create(BaseDeTest.sansFrein(source));
        this.controle = new RoleDeLApplication(base, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table journal_chaine owner to application            | alter table journal_chaine owner to proprietaire
            alter function journal_tete(text) owner to application     | alter function journal_tete(text) owner to proprietaire
            alter schema public owner to application                   | alter schema public owner to pg_database_owner
            alter database BASE owner to application                   | alter database BASE owner to proprietaire
            grant create on schema public to application               | revoke create on schema public from application
            grant create on schema public to public                    | revoke create on schema public from public
            grant trigger on journal to application                    | revoke trigger on journal from application
            grant proprietaire to application with inherit false       | revoke proprietaire from application
            grant update (acteur) on journal to application            | revoke update (acteur) on journal from application
            grant pg_write_all_data to application with inherit false  | revoke pg_write_all_data from application
            grant pg_execute_server_program to application             | revoke pg_execute_server_program from application
            alter role application superuser                           | alter role application nosuperuser
            """)
    void un_role_qui_peut_recrire_le_journal_ne_sert_pas_les_requetes(String donner, String reprendre) {
        var nom = base.sql("select current_database()").query(String.class).single();
        assertThatCode(controle::afterSingletonsInstantiated).doesNotThrowAnyException();

        serveur.sql(donner.replace("BASE", nom)).update();
        try {
            assertThatThrownBy(controle::afterSingletonsInstantiated).isInstanceOf(DemarrageImpossible.class);
        } finally {
            serveur.sql(reprendre.replace("BASE", nom)).update();
        }
        assertThatCode(controle::afterSingletonsInstantiated).doesNotThrowAnyException();
    }
}
