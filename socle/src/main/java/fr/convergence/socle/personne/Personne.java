package fr.convergence.socle.personne;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Telephone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Une personne qui a un compte sur un site ; le site sait de plus ce qu'elle y fait.
 *
 * @param equipe vrai si elle tient le site : elle entre par la porte de l'équipe, avec un second facteur qui n'est pas un courriel
 * @param telephone absent si le site ne l'a pas demandé
 */
public record Personne(
        UUID id,
        boolean equipe,
        NomUtilisateur nomUtilisateur,
        AdresseElectronique courriel,
        Civilite civilite,
        String nom,
        String prenom,
        @Nullable Telephone telephone,
        EtatDePersonne etat,
        Instant creeLe) {

    /** Celle d'une ligne de {@code personne}, ou d'une autre qui en a les colonnes. */
    public static Personne lire(ResultSet ligne) throws SQLException {
        var telephone = ligne.getString("telephone");
        return new Personne(
                ligne.getObject("id", UUID.class),
                ligne.getBoolean("equipe"),
                new NomUtilisateur(ligne.getString("nom_utilisateur")),
                new AdresseElectronique(ligne.getString("courriel")),
                Civilite.valueOf(ligne.getString("civilite")),
                ligne.getString("nom"),
                ligne.getString("prenom"),
                telephone == null ? null : new Telephone(telephone),
                EtatDePersonne.lire(
                        ligne.getString("etat"),
                        ligne.getTimestamp("etat_depuis").toInstant()),
                ligne.getTimestamp("cree_le").toInstant());
    }

    public String nomComplet() {
        return prenom + " " + nom;
    }

    public boolean active() {
        return etat instanceof EtatDePersonne.Actif;
    }
}
