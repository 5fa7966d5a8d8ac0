package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.personne.EtatDePersonne;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lit les comptes de l'entreprise de qui demande, et d'elle seule. */
@Component
public final class CollaborateursDeLEntreprise {

    private static final String COLONNES = """
            select id, fonction, civilite, nom, prenom, nom_utilisateur, courriel, coalesce(telephone, '') as telephone,
                coalesce(telephone_mobile, '') as mobile, etat, etat_depuis, cree_le
            from vue_collaborateur where entreprise = :entreprise
            """;

    private final JdbcClient base;

    CollaborateursDeLEntreprise(JdbcClient base) {
        this.base = base;
    }

    /** Ceux dont un nom ou l'adresse contient {@code recherche}, rangés par nom, à la suite d'{@code apres}. */
    List<Collaborateur> chercher(Membre qui, String recherche, @Nullable UUID apres, int lignes) {
        return base.sql(COLONNES + """
                and (:recherche = '' or compte_cherche(prenom || ' ' || nom || ' ' || prenom || ' ' || courriel)
                    like '%' || compte_cherche(:recherche) || '%')
                and (cast(:apres as uuid) is null
                    or (nom, prenom, id) > (select c.nom, c.prenom, c.id from vue_collaborateur c where c.id = :apres))
                order by nom, prenom, id limit :lignes
                """)
                .param("entreprise", qui.sonEntreprise())
                .param("recherche", recherche.replace("%", "").replace("_", "").replace("\\", ""))
                .param("apres", apres)
                .param("lignes", lignes)
                .query(CollaborateursDeLEntreprise::lire)
                .list();
    }

    public Optional<Collaborateur> un(Membre qui, UUID id) {
        return base.sql(COLONNES + " and id = :id")
                .param("entreprise", qui.sonEntreprise())
                .param("id", id)
                .query(CollaborateursDeLEntreprise::lire)
                .optional();
    }

    /** Les derniers à s'être connectés, soi-même excepté (ISC-9). */
    public List<Collaborateur> derniers(Membre qui, int lignes) {
        return base.sql(COLONNES + """
                 and id <> :compte and etat = 'ACTIF' and connecte_le is not null order by connecte_le desc limit :lignes
                """)
                .param("entreprise", qui.sonEntreprise())
                .param("compte", qui.compte())
                .param("lignes", lignes)
                .query(CollaborateursDeLEntreprise::lire)
                .list();
    }

    private static Collaborateur lire(ResultSet ligne, int rang) throws SQLException {
        return new Collaborateur(
                ligne.getObject("id", UUID.class),
                Fonction.valueOf(ligne.getString("fonction")),
                ligne.getString("civilite"),
                ligne.getString("nom"),
                ligne.getString("prenom"),
                ligne.getString("nom_utilisateur"),
                ligne.getString("courriel"),
                ligne.getString("telephone"),
                ligne.getString("mobile"),
                EtatDePersonne.lire(
                        ligne.getString("etat"),
                        ligne.getTimestamp("etat_depuis").toInstant()),
                ligne.getTimestamp("cree_le").toInstant());
    }
}
