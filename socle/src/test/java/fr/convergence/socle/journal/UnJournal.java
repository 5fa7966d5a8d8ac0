package fr.convergence.socle.journal;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.journal.VerificationDuJournal.Constat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Un journal vide, ses ancres, et la main de qui tient la base. */
@ExtendWith(BaseDeTest.class)
abstract class UnJournal {

    static final Sceau SCEAU = ClesDeTest.sceau();

    final JdbcClient base;
    final TransactionTemplate transaction;
    final JdbcClient sansFrein;
    final TransactionTemplate transactionSansFrein;
    final HorlogeDeTest horloge = HorlogeDeTest.aLHeureDeLaBase();
    final DepotEnMemoire depot = new DepotEnMemoire();
    final Journal journal;
    final Ancrage ancrage;
    final VerificationDuJournal verification;

    UnJournal(DataSource source, JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        this.journal = new Journal(base, SCEAU, horloge);
        this.ancrage = new Ancrage(base, transaction, depot, SCEAU, horloge);
        // Une seule connexion : en ouvrir une par vérification prendrait l'essentiel du temps.
        var entiere = new SingleConnectionDataSource(connexion(source), true);
        this.sansFrein = JdbcClient.create(entiere);
        var transactions = new DataSourceTransactionManager(entiere);
        this.transactionSansFrein = new TransactionTemplate(transactions);
        this.verification = new VerificationDuJournal(sansFrein, transactions, depot, SCEAU);
    }

    @BeforeEach
    void vider() {
        alterer("delete from journal");
        alterer("delete from journal_chaine");
        alterer("delete from journal_ancre");
        depot.objets.clear();
    }

    static Connection connexion(DataSource source) {
        try {
            return BaseDeTest.sansFrein(source).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Constat intact(long lignes, int ancres) {
        return new Constat(lignes, ancres, List.of(), List.of());
    }

    void ecrire(String chaine, String acte) {
        transaction.executeWithoutResult(
                etat -> journal.ecrire(chaine, UUID.randomUUID().toString(), new Fait(acte)));
    }

    private record Fait(String code) implements Inscrit {

        @Override
        public Map<String, String> detail() {
            return Map.of("cle", "valeur « accentuée »");
        }
    }

    /** Ce que ferait un administrateur de la base, gâchettes levées. */
    void alterer(String sql) {
        transactionSansFrein.executeWithoutResult(etat -> {
            sansFrein.sql("set local session_replication_role = replica").update();
            sansFrein
                    .sql("alter table journal drop constraint if exists journal_chaine_rang_key")
                    .update();
            sansFrein.sql(sql).update();
        });
    }
}
