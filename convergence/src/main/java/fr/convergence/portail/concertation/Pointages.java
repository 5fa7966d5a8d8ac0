package fr.convergence.portail.concertation;

import fr.convergence.portail.guichet.Niveau;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ce qui est dit de chaque point de contrôle ; l'accès au dossier a été jugé par qui demande, et il est tenu par qui écrit. */
@Component
final class Pointages {

    /**
     * Ce qui est dit d'un point, à une révision.
     *
     * @param transmission le numéro de celle dont il parle
     * @param libelle celui du point quand il fut vérifié ; absent des révisions d'avant qu'on ne le garde
     */
    record Pointage(
            UUID etape,
            Niveau niveau,
            int transmission,
            String point,
            int revision,
            Optional<String> libelle,
            VerdictDePoint verdict,
            String remarque,
            UUID par,
            Instant le) {

        boolean dit(VerdictDePoint autre, String remarquee) {
            return verdict == autre && remarque.equals(remarquee);
        }

        private static Pointage lire(ResultSet ligne, int rang) throws SQLException {
            return new Pointage(
                    ligne.getObject("etape", UUID.class),
                    Niveau.valueOf(ligne.getString("niveau")),
                    ligne.getInt("transmission"),
                    ligne.getString("point"),
                    ligne.getInt("revision"),
                    Optional.ofNullable(ligne.getString("libelle")),
                    VerdictDePoint.valueOf(ligne.getString("verdict")),
                    ligne.getString("remarque"),
                    ligne.getObject("par", UUID.class),
                    ligne.getTimestamp("le").toInstant());
        }
    }

    /** Un pointage, pour qui l'a écrit. */
    record Ecrit(String reference, String point, String verdict, String remarque, Instant le) {}

    private final JdbcClient base;

    Pointages(JdbcClient base) {
        this.base = base;
    }

    /** Le dernier de chaque point de ces étapes, par transmission : de la plus récente à la plus ancienne. */
    List<Pointage> derniers(Collection<UUID> etapes) {
        return base.sql("""
                select distinct on (etape, niveau, transmission, point) *
                from concertation_pointage where etape = any (?)
                order by etape, niveau, transmission desc, point, revision desc
                """)
                .param(etapes.toArray(UUID[]::new))
                .query(Pointage::lire)
                .list();
    }

    /** Tous ceux d'un niveau sur une transmission, révision après révision. */
    List<Pointage> tous(UUID etape, Niveau niveau, int transmission) {
        return base.sql("""
                select * from concertation_pointage where etape = ? and niveau = ? and transmission = ?
                order by point, revision
                """)
                .params(etape, niveau.name(), transmission)
                .query(Pointage::lire)
                .list();
    }

    /** Tout ce que quelqu'un a écrit, d'un dossier à l'autre. */
    List<Ecrit> ecritsPar(UUID compte) {
        return base.sql("""
                select reference, point, verdict, remarque, le from concertation_pointage where par = ?
                order by le, reference, point
                """).param(compte).query(Ecrit.class).list();
    }

    void ecrire(String reference, Pointage pointage) {
        base.sql("""
                insert into concertation_pointage
                    (etape, niveau, transmission, point, revision, libelle, verdict, remarque, reference, par, le)
                values (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)
                """)
                .params(
                        pointage.etape(),
                        pointage.niveau().name(),
                        pointage.transmission(),
                        pointage.point(),
                        pointage.revision(),
                        pointage.libelle().orElse(""),
                        pointage.verdict().name(),
                        pointage.remarque(),
                        reference,
                        pointage.par(),
                        Timestamp.from(pointage.le()))
                .update();
    }
}
