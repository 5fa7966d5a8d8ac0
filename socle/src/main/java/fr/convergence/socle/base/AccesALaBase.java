package fr.convergence.socle.base;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * L'accès à une base PostgreSQL, essayé avant tout démarrage : une base injoignable se dit en une ligne.
 *
 * @param adresse adresse JDBC
 */
public record AccesALaBase(String adresse, String utilisateur, String motDePasse) {

    private static final int SECONDES = 5;

    /** Ce qui empêche de s'y connecter, en une ligne ; vide quand la connexion réussit. */
    public Optional<String> empechement() {
        var proprietes = new Properties();
        proprietes.setProperty("user", utilisateur);
        proprietes.setProperty("password", motDePasse);
        proprietes.setProperty("connectTimeout", String.valueOf(SECONDES));
        proprietes.setProperty("loginTimeout", String.valueOf(SECONDES));
        try (var connexion = DriverManager.getConnection(adresse, proprietes)) {
            return connexion.isValid(SECONDES) ? Optional.empty() : Optional.of(enUneLigne("elle ne répond pas"));
        } catch (SQLException e) {
            return Optional.of(enUneLigne(cause(e)));
        }
    }

    private String enUneLigne(String cause) {
        return "La base de données %s est inaccessible au rôle « %s » (%s). Vérifiez CONVERGENCE_DB_URL, puis CONVERGENCE_DB_USER et CONVERGENCE_DB_PASSWORD, ou CONVERGENCE_DB_OWNER et CONVERGENCE_DB_OWNER_PASSWORD."
                .formatted(
                        adresse.replaceFirst("\\?.*", ""),
                        utilisateur,
                        cause); // les paramètres peuvent porter un mot de passe
    }

    private static String cause(SQLException e) {
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.strip().replaceFirst("(?s)(\\.\\s|\\R).*", ""); // la première phrase suffit
    }
}
