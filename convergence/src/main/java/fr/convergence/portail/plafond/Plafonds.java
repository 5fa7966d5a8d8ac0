package fr.convergence.portail.plafond;

import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.plafond.RapportDePlafonds.Ligne;
import fr.convergence.portail.plafond.RapportDePlafonds.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les montants plafonds, et ce que chaque import en a changé (HOS-5). */
@Component
public final class Plafonds {

    private static final String LIGNES = """
            select numero, sort, guichet, candidat, avant, apres, coalesce(raison, '') as raison
            from plafond_ligne where import_id = :id order by numero limit :lignes
            """;

    private final JdbcClient base;

    Plafonds(JdbcClient base) {
        this.base = base;
    }

    /** En centimes ; vide tant que l'opérateur n'en a pas importé pour ce candidat : rien ne s'en déduit alors. */
    public Optional<Long> de(String guichet, CleCandidat candidat) {
        return base.sql("select centimes from plafond where guichet = ? and candidat = ?")
                .params(guichet, candidat.identifiant())
                .query(Long.class)
                .optional();
    }

    /** Plus personne ne le change avant la fin de la transaction. */
    public void tenir(String guichet, CleCandidat candidat) {
        base.sql("select centimes from plafond where guichet = ? and candidat = ? for share")
                .params(guichet, candidat.identifiant())
                .query(Long.class)
                .optional();
    }

    void ouvrir(UUID id, String fichier, String par, Instant le) {
        base.sql("insert into plafond_import (id, fichier, par, le, inchanges) values (?, ?, ?, ?, 0)")
                .params(id, fichier, par, Timestamp.from(le))
                .update();
    }

    /** @return ce que valait ce plafond, tenu jusqu'à la fin de la transaction ; vide s'il n'y en avait pas */
    Optional<Long> ecrire(UUID id, PlafondEnvoye plafond) {
        var avant = base.sql("select centimes from plafond where guichet = ? and candidat = ? for update")
                .params(plafond.guichet(), plafond.candidat())
                .query(Long.class)
                .optional();
        base.sql("""
                insert into plafond (guichet, candidat, centimes, import_id) values (?, ?, ?, ?)
                on conflict (guichet, candidat) do update set centimes = excluded.centimes, import_id = excluded.import_id
                where plafond.centimes <> excluded.centimes
                """)
                .params(plafond.guichet(), plafond.candidat(), plafond.centimes(), id)
                .update();
        return avant;
    }

    void noter(UUID id, Ligne ligne) {
        base.sql("""
                insert into plafond_ligne (import_id, numero, sort, guichet, candidat, avant, apres, raison)
                values (:id, :numero, :sort, :guichet, :candidat, :avant, :apres, :raison)
                """)
                .param("id", id)
                .param("numero", ligne.numero())
                .param("sort", ligne.sort().name())
                .param("guichet", ligne.guichet())
                .param("candidat", ligne.candidat())
                .param("avant", ligne.avant())
                .param("apres", ligne.apres())
                .param("raison", ligne.raison())
                .update();
    }

    void conclure(UUID id, int inchanges) {
        base.sql("update plafond_import set inchanges = ? where id = ?")
                .params(inchanges, id)
                .update();
    }

    /** Du plus récent au plus ancien. */
    List<RapportDePlafonds> recents(int nombre) {
        return base.sql(rapports("order by i.id desc limit ?"))
                .param(nombre)
                .query(Plafonds::rapport)
                .list();
    }

    Optional<RapportDePlafonds> un(UUID id) {
        return base.sql(rapports("where i.id = ?"))
                .param(id)
                .query(Plafonds::rapport)
                .optional();
    }

    List<Ligne> lignes(UUID id, int nombre) {
        return base.sql(LIGNES)
                .param("id", id)
                .param("lignes", nombre)
                .query(Ligne.class)
                .list();
    }

    /** Combien de candidats en ont un, guichet par guichet. */
    List<PlafondsPage.Connus> connus() {
        return base.sql("select guichet, count(*) as nombre from plafond group by guichet order by guichet")
                .query(PlafondsPage.Connus.class)
                .list();
    }

    private static String rapports(String suite) {
        return """
                select i.id, i.fichier, i.le, i.inchanges, l.ajoutees, l.changees, l.ecartees
                from plafond_import i cross join lateral (
                    select count(*) filter (where sort = 'AJOUTEE') as ajoutees,
                           count(*) filter (where sort = 'CHANGEE') as changees,
                           count(*) filter (where sort = 'ECARTEE') as ecartees
                    from plafond_ligne where import_id = i.id) l
                """ + suite;
    }

    private static RapportDePlafonds rapport(ResultSet ligne, int rang) throws SQLException {
        return new RapportDePlafonds(
                ligne.getObject("id", UUID.class),
                ligne.getString("fichier"),
                ligne.getTimestamp("le").toInstant(),
                ligne.getInt(Sort.AJOUTEE.colonne()),
                ligne.getInt(Sort.CHANGEE.colonne()),
                ligne.getInt(Sort.ECARTEE.colonne()),
                ligne.getInt("inchanges"));
    }
}
