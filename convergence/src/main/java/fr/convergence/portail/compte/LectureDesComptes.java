package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Un compte, de la ligne qui le garde. */
final class LectureDesComptes {

    private LectureDesComptes() {}

    static Compte lire(ResultSet ligne, int rang) throws SQLException {
        var telephone = ligne.getString("telephone");
        return new Compte(
                ligne.getObject("id", UUID.class),
                Role.valueOf(ligne.getString("role")),
                region(ligne),
                new NomUtilisateur(ligne.getString("nom_utilisateur")),
                new AdresseElectronique(ligne.getString("courriel")),
                Civilite.valueOf(ligne.getString("civilite")),
                ligne.getString("nom"),
                ligne.getString("prenom"),
                telephone == null ? null : new Telephone(telephone),
                EtatDuCompte.lire(
                        ligne.getString("etat"),
                        ligne.getTimestamp("etat_depuis").toInstant()),
                ligne.getTimestamp("cree_le").toInstant());
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
