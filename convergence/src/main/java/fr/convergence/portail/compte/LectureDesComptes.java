package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.Personne;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Un compte, de la ligne qui le garde. */
final class LectureDesComptes {

    private LectureDesComptes() {}

    static Compte lire(ResultSet ligne, int rang) throws SQLException {
        return new Compte(Personne.lire(ligne), Role.valueOf(ligne.getString("role")), region(ligne));
    }

    /** Un vérificateur régional sans région n'existe pas : la base en garde une, et ce qui ne s'y lit pas se dit. */
    private static @Nullable Region region(ResultSet ligne) throws SQLException {
        var code = ligne.getString("region");
        if (code == null) {
            return null;
        }
        var compte = ligne.getString("id");
        return Region.lire(code)
                .siLue()
                .orElseThrow(() ->
                        new IllegalStateException("Compte %s : la région « %s » est inconnue".formatted(compte, code)));
    }
}
