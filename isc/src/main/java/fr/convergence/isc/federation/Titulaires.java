package fr.convergence.isc.federation;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les comptes actifs, relus à chaque fois : ce qui a changé, ou ne l'est plus, se sait au prochain jeton. */
@Component
final class Titulaires {

    private final JdbcClient base;

    Titulaires(JdbcClient base) {
        this.base = base;
    }

    /** @param nom celui que porte un jeton : un compte, ou un service qui agit pour lui */
    Optional<Titulaire> actif(String nom) {
        return Uuid.lire(nom)
                .flatMap(compte -> base.sql("""
                select id, fonction, nom_utilisateur, courriel, nom, prenom, coalesce(telephone_mobile, telephone) as telephone,
                    identifiant_type, identifiant, raison_sociale, pays
                from vue_compte_claims where id = ?
                """)
                        .param(compte)
                        .query((ligne, _) -> lire(ligne))
                        .optional());
    }

    private static Titulaire lire(ResultSet ligne) throws SQLException {
        var type = ligne.getString("identifiant_type");
        return new Titulaire(
                ligne.getObject("id", UUID.class),
                Fonction.valueOf(ligne.getString("fonction")),
                ligne.getString("nom_utilisateur"),
                ligne.getString("courriel"),
                ligne.getString("prenom"),
                ligne.getString("nom"),
                ligne.getString("telephone"),
                type == null
                        ? null
                        : new Titulaire.Entreprise(
                                new IdentifiantNational(TypeIdentifiant.valueOf(type), ligne.getString("identifiant")),
                                ligne.getString("raison_sociale"),
                                ligne.getString("pays")));
    }
}
