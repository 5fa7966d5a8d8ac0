package fr.convergence.socle.fichier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Les envois en cours et leur bail.
 *
 * <p>Le bail, et non un verrou de la base, fait l'exclusion : un envoi peut durer des heures sans tenir de connexion, et un
 * nœud tué le rend de lui-même.
 */
final class Televersements {

    /** PCE-1 : le temps de reprendre le lendemain ce qu'une coupure a interrompu. */
    static final Duration VALIDITE = Duration.ofHours(24);

    /**
     * Le temps de croire vivant qui tient un envoi sans en donner signe : un nœud tué, une connexion morte le rendent aussitôt
     * à leur personne. Qui le perd en vivant n'écrit plus, et reprend où le fichier en est.
     */
    static final Duration BAIL = Duration.ofSeconds(3);

    private final JdbcClient base;
    private final Clock horloge;

    Televersements(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Un envoi dont on tient le bail. */
    record Pris(UUID fichier, UUID bail, long position, long taille, byte[] cle, int segments, Instant expireLe) {}

    /** Où en est un envoi, fini ou non. */
    record Avancement(
            String etat,
            long position,
            long taille,
            @Nullable Instant expireLe) {

        boolean enCours() {
            return etat.equals("EN_COURS");
        }
    }

    void ouvrir(UUID fichier, String proprietaire, long taille) {
        base.sql("""
                        insert into fichier_televersement (fichier, proprietaire, taille_annoncee, expire_le)
                        values (:fichier, :proprietaire, :taille, :expire)
                        """)
                .param("fichier", fichier)
                .param("proprietaire", proprietaire)
                .param("taille", taille)
                .param("expire", dans(VALIDITE))
                .update();
    }

    /** Ce qu'une personne a commencé sans le finir : nombre d'envois, octets annoncés. */
    record EnCours(int nombre, long octets) {}

    /** Compte les envois d'une personne, et fait attendre ceux qu'elle ouvrirait en même temps. */
    EnCours enCours(String proprietaire) {
        base.sql("select pg_advisory_xact_lock(hashtextextended('fichier/' || :proprietaire, 0))")
                .param("proprietaire", proprietaire)
                .query((_, _) -> true)
                .single();
        return base.sql("""
                        select count(*), coalesce(sum(taille_annoncee), 0)
                        from fichier_televersement where proprietaire = :proprietaire and expire_le > :maintenant
                        """)
                .param("proprietaire", proprietaire)
                .param("maintenant", dans(Duration.ZERO))
                .query((ligne, _) -> new EnCours(ligne.getInt(1), ligne.getLong(2)))
                .single();
    }

    Optional<Avancement> avancement(UUID fichier, String proprietaire) {
        return base.sql("""
                        select f.etat, f.taille, f.taille_annoncee, t.expire_le
                        from fichier f left join fichier_televersement t on t.fichier = f.id
                        where f.id = :fichier and f.proprietaire = :proprietaire
                        """)
                .param("fichier", fichier)
                .param("proprietaire", proprietaire)
                .query((ligne, _) -> {
                    var expire = ligne.getTimestamp(4);
                    return new Avancement(
                            ligne.getString(1),
                            ligne.getLong(2),
                            ligne.getLong(3),
                            expire == null ? null : expire.toInstant());
                })
                .optional();
    }

    /** Prend le bail d'un envoi vivant que personne n'écrit. */
    Optional<Pris> prendre(UUID fichier, String proprietaire) {
        var bail = UUID.randomUUID();
        return base.sql("""
                        with pris as (
                            update fichier_televersement set bail = :bail, bail_jusqua = :jusqua
                            where fichier = :fichier and proprietaire = :proprietaire and expire_le > :maintenant
                              and (bail is null or bail_jusqua < :maintenant)
                            returning fichier, expire_le)
                        select f.taille, f.taille_annoncee, f.cle, p.expire_le,
                               (select coalesce(max(numero) + 1, 0) from fichier_segment s where s.fichier = f.id)
                        from fichier f join pris p on p.fichier = f.id
                        """)
                .param("bail", bail)
                .param("jusqua", dans(BAIL))
                .param("maintenant", dans(Duration.ZERO))
                .param("fichier", fichier)
                .param("proprietaire", proprietaire)
                .query((ligne, _) -> new Pris(
                        fichier,
                        bail,
                        ligne.getLong(1),
                        ligne.getLong(2),
                        ligne.getBytes(3),
                        ligne.getInt(5),
                        ligne.getTimestamp(4).toInstant()))
                .optional();
    }

    /** Prolonge le bail ; faux s'il a été perdu, et ce qu'on écrivait avec lui. */
    boolean prolonger(UUID fichier, UUID bail) {
        return base.sql(
                                "update fichier_televersement set bail_jusqua = :jusqua where fichier = :fichier and bail = :bail")
                        .param("jusqua", dans(BAIL))
                        .param("fichier", fichier)
                        .param("bail", bail)
                        .update()
                == 1;
    }

    void rendre(UUID fichier, UUID bail) {
        base.sql("""
                        update fichier_televersement set bail = null, bail_jusqua = null
                        where fichier = :fichier and bail = :bail
                        """).param("fichier", fichier).param("bail", bail).update();
    }

    void fermer(UUID fichier) {
        base.sql("delete from fichier_televersement where fichier = :fichier")
                .param("fichier", fichier)
                .update();
    }

    List<UUID> expires(int combien) {
        return base.sql("""
                        select fichier from fichier_televersement
                        where expire_le <= :maintenant and (bail is null or bail_jusqua < :maintenant)
                        order by expire_le limit :combien
                        """)
                .param("maintenant", dans(Duration.ZERO))
                .param("combien", combien)
                .query(UUID.class)
                .list();
    }

    private Timestamp dans(Duration duree) {
        return Timestamp.from(horloge.instant().plus(duree));
    }
}
