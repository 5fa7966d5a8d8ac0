package fr.convergence.socle.base;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Les connexions à la base. Quand elle ne répond plus, les demander échoue aussitôt : l'attente de la première suffit, et une
 * requête qui a déjà échoué n'attend pas de nouveau pour le dire. Un essai en fond, sur une connexion à lui, dit quand elle
 * est revenue.
 */
final class BaseSurveillee extends HikariDataSource {

    private static final int SECONDES = 1;

    private volatile boolean surveillee;
    private volatile boolean muette;
    private @Nullable Connection temoin;

    @Override
    public Connection getConnection() throws SQLException {
        if (muette) {
            throw new SQLTransientConnectionException("La base ne répond pas", "08001");
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException attente) {
            // Avec une cause, ouvrir une connexion échoue ; sans cause, elles sont toutes prises et la base va bien.
            muette = surveillee && attente.getCause() != null;
            throw attente;
        }
    }

    /** Dit si la base répond, en une à deux secondes, sans rien prendre aux autres. */
    synchronized void essayer() throws SQLException {
        surveillee = true;
        try {
            if (temoin == null || !temoin.isValid(SECONDES)) {
                fermerLeTemoin();
                temoin = ouvrir();
            }
            muette = false;
        } catch (SQLException panne) {
            muette = true;
            throw panne;
        }
    }

    @Override
    public void close() {
        fermerLeTemoin();
        super.close();
    }

    private Connection ouvrir() throws SQLException {
        var proprietes = new Properties();
        proprietes.setProperty("user", getUsername());
        if (getPassword() != null) { // un rôle peut s'authentifier autrement
            proprietes.setProperty("password", getPassword());
        }
        proprietes.setProperty("connectTimeout", String.valueOf(SECONDES));
        proprietes.setProperty("loginTimeout", String.valueOf(SECONDES));
        return DriverManager.getConnection(getJdbcUrl(), proprietes);
    }

    private synchronized void fermerLeTemoin() {
        if (temoin != null) {
            try {
                temoin.close();
            } catch (SQLException _) {
                // Une connexion qui ne répond plus ne se ferme pas non plus.
            }
            temoin = null;
        }
    }
}
