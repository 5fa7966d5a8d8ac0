package fr.convergence.socle.fichier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les fichiers reçus qui attendent leur verdict ; plusieurs nœuds y prennent leur tour sans se gêner. */
final class Quarantaine {

    /**
     * Le temps laissé à un nœud pour analyser un fichier, avant qu'un autre ne s'en charge : un verdict vient en trente secondes
     * même si celui-ci meurt (qualité 10). Celui qui vit et que l'antivirus fait attendre davantage le prolonge.
     */
    static final Duration BAIL = Duration.ofSeconds(20);

    private static final Duration ATTENTE_MAX = Duration.ofSeconds(15);

    private final JdbcClient base;
    private final Clock horloge;

    Quarantaine(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** @param essais change à chaque tour : un nœud que l'on croyait mort n'agit plus sur celui d'un autre */
    record Tour(UUID fichier, int essais) {}

    void ajouter(UUID fichier) {
        base.sql("""
                        insert into fichier_analyse (fichier, recu_le, prochain_essai)
                        values (:fichier, :maintenant, :maintenant)
                        """)
                .param("fichier", fichier)
                .param("maintenant", dans(Duration.ZERO))
                .update();
    }

    /**
     * Remet en file des fichiers reçus quand aucun antivirus n'était réglé, si elle n'est pas déjà pleine : ce qui vient
     * d'arriver passe d'abord.
     */
    int reprendre(int enFile) {
        return base.sql("""
                        insert into fichier_analyse (fichier, recu_le, prochain_essai)
                        select id, :maintenant, :maintenant from fichier
                        where etat = 'NON_ANALYSE'
                              and not exists (select from fichier_analyse where fichier_analyse.fichier = fichier.id)
                        order by id
                        limit greatest(0, :enFile - (select count(*) from fichier_analyse))
                        on conflict do nothing
                        """)
                .param("maintenant", dans(Duration.ZERO))
                .param("enFile", enFile)
                .update();
    }

    void retirer(UUID fichier) {
        base.sql("delete from fichier_analyse where fichier = :fichier")
                .param("fichier", fichier)
                .update();
    }

    Optional<Tour> prochain() {
        return base.sql("""
                        update fichier_analyse set essais = essais + 1, prochain_essai = :bail
                        where fichier = (
                            select fichier from fichier_analyse where prochain_essai <= :maintenant
                            order by prochain_essai limit 1 for update skip locked)
                        returning fichier, essais
                        """)
                .param("bail", dans(BAIL))
                .param("maintenant", dans(Duration.ZERO))
                .query((ligne, _) -> new Tour(ligne.getObject(1, UUID.class), ligne.getInt(2)))
                .optional();
    }

    /** Ce fichier-là, si personne ne s'en occupe. */
    Optional<Tour> tourDe(UUID fichier) {
        return base.sql("""
                        update fichier_analyse set essais = essais + 1, prochain_essai = :bail
                        where fichier = :fichier and prochain_essai <= :maintenant
                        returning fichier, essais
                        """)
                .param("bail", dans(BAIL))
                .param("maintenant", dans(Duration.ZERO))
                .param("fichier", fichier)
                .query((ligne, _) -> new Tour(ligne.getObject(1, UUID.class), ligne.getInt(2)))
                .optional();
    }

    /** Garde le fichier à ce tour, que rien n'est venu prendre. */
    void prolonger(Tour tour) {
        fixer(tour, BAIL);
    }

    /** Remet un fichier à plus tard ; jamais de beaucoup, que l'attente finisse peu après la panne. */
    void reporter(Tour tour) {
        var attente = Duration.ofSeconds(1L << Math.min(tour.essais() - 1, 10));
        fixer(tour, attente.compareTo(ATTENTE_MAX) < 0 ? attente : ATTENTE_MAX);
    }

    private void fixer(Tour tour, Duration attente) {
        base.sql("""
                        update fichier_analyse set prochain_essai = :prochain
                        where fichier = :fichier and essais = :essais
                        """)
                .param("prochain", dans(attente))
                .param("fichier", tour.fichier())
                .param("essais", tour.essais())
                .update();
    }

    long enAttenteDepuisPlusDe(Duration duree) {
        return base.sql("select count(*) from fichier_analyse where recu_le < :avant")
                .param("avant", dans(duree.negated()))
                .query(Long.class)
                .single();
    }

    private Timestamp dans(Duration duree) {
        return Timestamp.from(horloge.instant().plus(duree));
    }
}
