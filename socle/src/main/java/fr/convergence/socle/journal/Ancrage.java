package fr.convergence.socle.journal;

import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.journal.Ancre.Tete;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pose les têtes de chaîne hors de la base : une ancre signée dans le dépôt, son empreinte dans les traces. Une chaîne raccourcie
 * ou ôtée par qui tient la base, tête comprise, ne répond plus à son ancre.
 */
@Component
final class Ancrage {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Ancrage.class);
    private static final int TETES_PAR_ANCRE = 20_000; // 3 Mo : un objet du dépôt en fait au plus 16

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final DepotDesAncres depot;
    private final Sceau sceau;
    private final Clock horloge;

    Ancrage(JdbcClient base, TransactionTemplate transaction, DepotObjets depot, Sceau sceau, Clock horloge) {
        this.base = base;
        this.transaction = transaction;
        this.depot = new DepotDesAncres(depot);
        this.sceau = sceau;
        this.horloge = horloge;
    }

    /** Ancre les chaînes qui ont reçu une ligne depuis la dernière ancre ; rend les ancres posées, signées. */
    List<String> ancrer() {
        return poser(false);
    }

    /** Ancre toutes les chaînes, après une restauration : les ancres d'avant, qui en savent plus long, ne valent plus. */
    List<String> reprendre() {
        return poser(true);
    }

    private List<String> poser(boolean reprise) {
        return transaction.execute(_ -> {
            base.sql("select pg_advisory_xact_lock(hashtext('journal-ancrage'))")
                    .query()
                    .singleRow();
            var pose = new Pose(derniere(), suite(), reprise);
            base.sql("""
                    select chaine, dernier_rang, derniere_empreinte from journal_chaine
                    where dernier_rang > 0 and (:toutes or chaine in (select chaine from journal where le >= :depuis))
                    order by chaine
                    """)
                    .param("toutes", reprise || pose.derniere.numero == 0)
                    .param("depuis", Timestamp.from(pose.derniere.suite))
                    .withFetchSize(1000)
                    .query((ResultSet ligne) -> {
                        pose.ajouter(
                                ligne.getString("chaine"),
                                new Tete(
                                        ligne.getLong("dernier_rang"),
                                        HexFormat.of().formatHex(ligne.getBytes("derniere_empreinte"))));
                    });
            return pose.finir();
        });
    }

    /** La dernière posée, celles qu'une pose interrompue, ou une base restaurée, ne connaît pas comprises. */
    private Derniere derniere() {
        var derniere = base.sql("select numero, suite, empreinte from journal_ancre order by numero desc limit 1")
                .query((ligne, _) -> new Derniere(
                        ligne.getLong("numero"),
                        ligne.getTimestamp("suite").toInstant(),
                        HexFormat.of().formatHex(ligne.getBytes("empreinte"))))
                .optional()
                .orElse(new Derniere(0, Instant.EPOCH, ""));
        for (var suivante = depot.lire(derniere.numero + 1);
                suivante.isPresent();
                suivante = depot.lire(derniere.numero + 1)) {
            var lue = Ancre.lire(suivante.get(), sceau);
            if (lue.isEmpty()) {
                JOURNAL.error("L’ancre {} du journal, illisible dans le dépôt, est refaite", derniere.numero + 1);
                return derniere;
            }
            inscrire(lue.get(), Ancre.empreinte(suivante.get()));
            derniere = new Derniere(
                    lue.get().numero(), min(derniere.suite, lue.get().suite()), Ancre.empreinte(suivante.get()));
        }
        return derniere;
    }

    /** Ce qu'une transaction encore ouverte écrira porte une heure d'avant : l'ancre suivante repart de la plus ancienne. */
    private Instant suite() {
        return base.sql("""
                select least(clock_timestamp(), (select min(xact_start) from pg_stat_activity
                                                 where datname = current_database() and pid <> pg_backend_pid()))
                       - interval '1 minute'
                """)
                .query((ligne, _) -> ligne.getTimestamp(1).toInstant())
                .single();
    }

    private void inscrire(Ancre ancre, String empreinte) {
        base.sql("insert into journal_ancre (numero, le, suite, empreinte) values (?, ?, ?, ?)")
                .params(
                        ancre.numero(),
                        Timestamp.from(ancre.le()),
                        Timestamp.from(ancre.suite()),
                        HexFormat.of().parseHex(empreinte))
                .update();
    }

    private static Instant min(Instant un, Instant autre) {
        return un.isBefore(autre) ? un : autre;
    }

    private record Derniere(long numero, Instant suite, String empreinte) {}

    /** Une pose en cours : autant d'ancres qu'il en faut. */
    private final class Pose {

        private final Instant suite;
        private final List<String> posees = new ArrayList<>();
        private final TreeMap<String, Tete> tetes = new TreeMap<>();
        private Derniere derniere;
        private boolean reprise;

        Pose(Derniere derniere, Instant suite, boolean reprise) {
            this.derniere = derniere;
            this.suite = suite;
            this.reprise = reprise;
        }

        void ajouter(String chaine, Tete tete) {
            tetes.put(chaine, tete);
            if (tetes.size() == TETES_PAR_ANCRE) {
                poser();
            }
        }

        List<String> finir() {
            if (!tetes.isEmpty() || reprise) {
                poser();
            }
            return List.copyOf(posees);
        }

        private void poser() {
            var ancre = new Ancre(
                    derniere.numero + 1, horloge.instant(), suite, derniere.empreinte, reprise, new TreeMap<>(tetes));
            var signee = ancre.signee(sceau);
            var empreinte = Ancre.empreinte(signee);
            depot.ranger(ancre.numero(), signee);
            inscrire(ancre, empreinte);
            JOURNAL.info("Ancre du journal {}:{} ({} têtes)", ancre.numero(), empreinte, tetes.size());
            posees.add(signee);
            derniere = new Derniere(ancre.numero(), suite, empreinte);
            reprise = false;
            tetes.clear();
        }
    }
}
