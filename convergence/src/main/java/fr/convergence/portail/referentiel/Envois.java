package fr.convergence.portail.referentiel;

import fr.convergence.portail.referentiel.EnvoiDuRegistre.Etat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/** Les envois et leurs octets, par morceaux : la mémoire n'en tient jamais qu'un. */
@Component
final class Envois {

    private static final int MORCEAU = 1024 * 1024;
    /** Au-delà, le nœud qui travaillait est tenu pour mort ; il prolonge son bail en travaillant. */
    private static final Duration BAIL = Duration.ofMinutes(5);

    private static final String COLONNES = """
            select id, nom, taille, envoye_le, etat, lus, tentatives, pris_jusqu_a > :maintenant as en_main
            from referentiel_envoi
            """;

    private final JdbcClient base;
    private final Clock horloge;

    Envois(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    void ouvrir(UUID id, String nom, String par) {
        base.sql("""
                insert into referentiel_envoi (id, nom, taille, par, envoye_le, etat)
                values (?, ?, 0, ?, ?, 'A_VERIFIER')
                """).params(id, nom, par, maintenant()).update();
    }

    /** Ajoute un fichier à l'envoi, lu jusqu'au bout. */
    void ecrire(UUID id, String fichier, InputStream contenu) throws IOException {
        var rang = 0;
        for (var octets = contenu.readNBytes(MORCEAU); octets.length > 0; octets = contenu.readNBytes(MORCEAU)) {
            base.sql("insert into referentiel_morceau (envoi_id, fichier, rang, octets) values (?, ?, ?, ?)")
                    .params(id, fichier, rang++, octets)
                    .update();
            base.sql("update referentiel_envoi set taille = taille + ? where id = ?")
                    .params(octets.length, id)
                    .update();
        }
    }

    List<String> fichiers(UUID id) {
        return base.sql("select distinct fichier from referentiel_morceau where envoi_id = ? order by fichier")
                .param(id)
                .query(String.class)
                .list();
    }

    void lire(UUID id, String fichier, OutputStream vers) throws IOException {
        for (var rang = 0; ; rang++) {
            var octets = base.sql(
                            "select octets from referentiel_morceau where envoi_id = ? and fichier = ? and rang = ?")
                    .params(id, fichier, rang)
                    .query(byte[].class)
                    .optional();
            if (octets.isEmpty()) {
                return;
            }
            vers.write(octets.get());
        }
    }

    Optional<EnvoiDuRegistre> un(UUID id) {
        return base.sql(COLONNES + "where id = :id")
                .param("id", id)
                .param("maintenant", maintenant())
                .query(Envois::lire)
                .optional();
    }

    /** Ceux dont la première vérification n'a encore rien dit. */
    List<EnvoiDuRegistre> nouveaux() {
        return base.sql(COLONNES + "where etat = 'A_VERIFIER' order by id desc")
                .param("maintenant", maintenant())
                .query(Envois::lire)
                .list();
    }

    /** Réserve à ce nœud le plus ancien envoi qui attend un travail. */
    Optional<EnvoiDuRegistre> prendre() {
        return base.sql("""
                update referentiel_envoi set pris_jusqu_a = :bail, tentatives = tentatives + 1, lus = 0
                where id = (
                    select id from referentiel_envoi
                    where etat in ('A_VERIFIER', 'A_IMPORTER')
                        and (pris_jusqu_a is null or pris_jusqu_a <= :maintenant)
                    order by id limit 1
                    for update skip locked)
                returning id, nom, taille, envoye_le, etat, lus, tentatives, true as en_main
                """)
                .param("bail", bail())
                .param("maintenant", maintenant())
                .query(Envois::lire)
                .optional();
    }

    /** Dit où en est la lecture, et que ce nœud vit. */
    void avancer(UUID id, long lus) {
        base.sql("update referentiel_envoi set lus = ?, pris_jusqu_a = ? where id = ?")
                .params(lus, bail(), id)
                .update();
    }

    /** Dit que ce nœud vit, pendant ce qui ne se compte pas en lignes lues. */
    void prolonger(UUID id) {
        base.sql("update referentiel_envoi set pris_jusqu_a = ? where id = ? and pris_jusqu_a is not null")
                .params(bail(), id)
                .update();
    }

    /** Un travail qui n'a pas pu commencer ne compte pas. */
    void remettre(UUID id) {
        base.sql("update referentiel_envoi set pris_jusqu_a = null, tentatives = tentatives - 1 where id = ?")
                .param(id)
                .update();
    }

    /** Vrai quand un nœud travaille à un autre envoi que celui-ci : un seul import se fait à la fois. */
    boolean autreEnMain(UUID id) {
        return base.sql("""
                select exists (
                    select from referentiel_envoi
                    where id <> :id and etat in ('A_VERIFIER', 'A_IMPORTER') and pris_jusqu_a > :maintenant)
                """)
                .param("id", id)
                .param("maintenant", maintenant())
                .query(Boolean.class)
                .single();
    }

    /** Faux si l'envoi n'en était plus à {@code de}. */
    boolean passer(UUID id, Etat de, Etat a) {
        var passe = base.sql("""
                        update referentiel_envoi set etat = ?, pris_jusqu_a = null, tentatives = 0
                        where id = ? and etat = ?
                        """).params(a.name(), id, de.name()).update() == 1;
        if (passe && a == Etat.FINI) {
            base.sql("delete from referentiel_morceau where envoi_id = ?")
                    .param(id)
                    .update();
        }
        return passe;
    }

    /** Ceux que personne n'a confirmés depuis ce jour. */
    List<UUID> oublies(Instant depuis) {
        return base.sql("select id from referentiel_envoi where etat = 'VERIFIE' and envoye_le < ?")
                .param(Timestamp.from(depuis))
                .query(UUID.class)
                .list();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private Timestamp bail() {
        return Timestamp.from(horloge.instant().plus(BAIL));
    }

    private static EnvoiDuRegistre lire(ResultSet ligne, int rang) throws SQLException {
        return new EnvoiDuRegistre(
                ligne.getObject("id", UUID.class),
                ligne.getString("nom"),
                ligne.getLong("taille"),
                ligne.getTimestamp("envoye_le").toInstant(),
                Etat.valueOf(ligne.getString("etat")),
                ligne.getLong("lus"),
                ligne.getInt("tentatives"),
                ligne.getBoolean("en_main"));
    }
}
