package fr.convergence.portail.fournee;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.fournee.ExamenDesEtapes.Examinee;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les fournées demandées et ce qu'il en est de chaque étape ; chacun ne voit que les siennes. */
@Component
final class Fournees {

    static final Duration GARDE = Duration.ofDays(90);

    /** Au-delà, le nœud qui le faisait est tenu pour mort. */
    private static final Duration BAIL = Duration.ofSeconds(45);

    /** Une fournée que ce nœud a pris. */
    record Pris(UUID id, UUID compte) {}

    /** Une étape d'une fournée, à accepter. */
    record Ligne(UUID fournee, int rang, Designation designation) {

        private static Ligne lire(ResultSet ligne, int rang) throws SQLException {
            return new Ligne(
                    ligne.getObject("fournee", UUID.class),
                    ligne.getInt("rang"),
                    new Designation(
                            new ReferenceDeDossier(ligne.getString("reference")),
                            ligne.getString("etape"),
                            ligne.getInt("version")));
        }
    }

    /**
     * Ce qu'il en est d'une étape.
     *
     * @param issue vide tant qu'elle attend son tour
     * @param raison pourquoi elle n'est pas acceptée : la clé d'un texte
     */
    record Rendue(
            String reference,
            String etape,
            String candidat,
            Optional<Boolean> issue,
            Optional<String> raison,
            Optional<String> detail) {

        private static Rendue lire(ResultSet ligne, int rang) throws SQLException {
            return new Rendue(
                    ligne.getString("reference"),
                    ligne.getString("etape"),
                    ligne.getString("candidat"),
                    Optional.ofNullable(ligne.getString("issue")).map("VALIDEE"::equals),
                    Optional.ofNullable(ligne.getString("raison")),
                    Optional.ofNullable(ligne.getString("detail")));
        }
    }

    /** Une fournée, en bref. */
    record Resume(UUID id, Instant demandeLe, int etapes, int acceptees, int refusees) {}

    private final JdbcClient base;
    private final Clock horloge;

    Fournees(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    UUID ouvrir(Connecte qui, List<Examinee> acceptables) {
        var id = Uuid.v7();
        base.sql("insert into fournee (id, compte, demande_le) values (?, ?, ?)")
                .params(id, qui.compte(), maintenant())
                .update();
        base.sql("""
                insert into fournee_etape (fournee, rang, reference, etape, version, candidat)
                select ?, rang, reference, etape, version, candidat
                from unnest(?::text[], ?::text[], ?::int[], ?::text[])
                    with ordinality as choisie (reference, etape, version, candidat, rang)
                """)
                .params(
                        id,
                        acceptables.stream()
                                .map(choisie -> choisie.designee().reference().valeur())
                                .toArray(String[]::new),
                        acceptables.stream()
                                .map(choisie -> choisie.designee().etape())
                                .toArray(String[]::new),
                        acceptables.stream()
                                .map(choisie -> choisie.designee().version())
                                .toArray(Integer[]::new),
                        acceptables.stream().map(Examinee::candidat).toArray(String[]::new))
                .update();
        return id;
    }

    /** Les derniers demandés. */
    List<Resume> de(Connecte qui) {
        return base.sql("""
                select l.id, l.demande_le, count(*) as etapes,
                       count(*) filter (where issue = 'VALIDEE') as acceptees,
                       count(*) filter (where issue = 'ECARTEE') as refusees
                from (select id, demande_le from fournee where compte = ? order by demande_le desc limit 20) l
                join fournee_etape e on e.fournee = l.id
                group by l.id, l.demande_le order by l.demande_le desc
                """).param(qui.compte()).query(Resume.class).list();
    }

    /** Vide si cette fournée n'est pas de lui. */
    List<Rendue> rendues(Connecte qui, UUID fournee) {
        return base.sql("""
                select e.* from fournee_etape e join fournee l on l.id = e.fournee where l.id = ? and l.compte = ? order by e.rang
                """).params(fournee, qui.compte()).query(Rendue::lire).list();
    }

    /** Réserve à ce nœud le plus ancien qui attend. */
    Optional<Pris> prendre() {
        return base.sql("""
                update fournee set pris_jusqu_a = :bail where id = (
                    select id from fournee
                    where fini_le is null and (pris_jusqu_a is null or pris_jusqu_a <= :maintenant)
                    order by demande_le, id limit 1 for update skip locked)
                returning id, compte
                """)
                .param("bail", Timestamp.from(horloge.instant().plus(BAIL)))
                .param("maintenant", maintenant())
                .query(Pris.class)
                .optional();
    }

    /** Une étape qui tarde ne fait pas tenir ce nœud pour mort à la suivante. */
    void prolonger(Pris fournee) {
        base.sql("update fournee set pris_jusqu_a = ? where id = ? and fini_le is null")
                .params(Timestamp.from(horloge.instant().plus(BAIL)), fournee.id())
                .update();
    }

    /** La prochaine étape, tenue jusqu'à la fin de la transaction : un autre nœud ne la ferait pas en même temps. */
    Optional<Ligne> prochaine(Pris fournee) {
        return base.sql("""
                select * from fournee_etape where fournee = ? and issue is null order by rang limit 1 for update skip locked
                """).param(fournee.id()).query(Ligne::lire).optional();
    }

    void rendre(Ligne ligne, boolean acceptee, String raison, String detail) {
        base.sql("""
                update fournee_etape set issue = ?, raison = nullif(?, ''), detail = nullif(?, ''), le = ?
                where fournee = ? and rang = ? and issue is null
                """)
                .params(acceptee ? "VALIDEE" : "ECARTEE", raison, detail, maintenant(), ligne.fournee(), ligne.rang())
                .update();
    }

    /** Ce nœud s'arrête là : la fournée est finie, ou un autre passage le reprend. */
    void lacher(Pris fournee) {
        base.sql("""
                update fournee set pris_jusqu_a = null, fini_le = case
                    when exists (select from fournee_etape e where e.fournee = fournee.id and e.issue is null) then null else cast(? as timestamptz) end
                where id = ?
                """).params(maintenant(), fournee.id()).update();
    }

    /** Oublie ceux dont le temps est passé. */
    boolean oublier(int nombre) {
        return base.sql("""
                delete from fournee where id in (select id from fournee where fini_le <= ? limit ? for update skip locked)
                """)
                        .params(Timestamp.from(horloge.instant().minus(GARDE)), nombre)
                        .update()
                == nombre;
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}
