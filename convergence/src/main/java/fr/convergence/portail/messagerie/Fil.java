package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les messages d'un dossier en base ; l'accès au dossier a été jugé par qui demande. */
@Component
final class Fil {

    /** Un message tel qu'il est écrit. */
    record Ecrit(int numero, Role cote, UUID auteur, String texte, Instant le) {

        private static Ecrit lire(ResultSet ligne, int rang) throws SQLException {
            return new Ecrit(
                    ligne.getInt("numero"),
                    Role.valueOf(ligne.getString("cote")),
                    ligne.getObject("auteur", UUID.class),
                    ligne.getString("texte"),
                    ligne.getTimestamp("le").toInstant());
        }
    }

    /** Le message d'un dossier, pour qui l'a écrit. */
    record Sien(String reference, String texte, Instant le, List<UUID> pieces) {

        private static Sien lire(ResultSet ligne, int rang) throws SQLException {
            return new Sien(
                    ligne.getString("reference"),
                    ligne.getString("texte"),
                    ligne.getTimestamp("le").toInstant(),
                    List.of((UUID[]) ligne.getArray("pieces").getArray()));
        }
    }

    private record Jointe(int numero, UUID fichier) {}

    private final JdbcClient base;
    private final Clock horloge;

    Fil(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Les plus récents d'abord, à partir de celui qui précède {@code avant}. */
    List<Ecrit> lire(ReferenceDeDossier reference, int avant, int lignes) {
        return base.sql("""
                select numero, cote, auteur, texte, le from messagerie_message
                where reference = ? and numero < ? order by numero desc limit ?
                """)
                .params(reference.valeur(), avant, lignes)
                .query(Ecrit::lire)
                .list();
    }

    /** Les pièces jointes à chacun de ces messages, dans leur ordre. */
    Map<Integer, List<UUID>> pieces(ReferenceDeDossier reference, List<Ecrit> messages) {
        var pieces = new HashMap<Integer, List<UUID>>();
        var lues = base.sql("""
                select numero, fichier from messagerie_piece where reference = ? and numero = any (?)
                order by numero, rang
                """)
                .params(reference.valeur(), messages.stream().map(Ecrit::numero).toArray(Integer[]::new))
                .query(Jointe.class)
                .list();
        for (var message : messages) {
            pieces.put(
                    message.numero(),
                    lues.stream()
                            .filter(jointe -> jointe.numero() == message.numero())
                            .map(Jointe::fichier)
                            .toList());
        }
        return pieces;
    }

    /** Toutes celles du dossier. */
    List<UUID> pieces(ReferenceDeDossier reference) {
        return base.sql("select fichier from messagerie_piece where reference = ?")
                .param(reference.valeur())
                .query(UUID.class)
                .list();
    }

    /** Tout ce que quelqu'un a écrit, d'un dossier à l'autre. */
    List<Sien> ecritsPar(UUID auteur) {
        return base.sql("""
                select m.reference, m.texte, m.le, array(
                    select p.fichier from messagerie_piece p where p.reference = m.reference and p.numero = m.numero
                    order by p.rang) as pieces
                from messagerie_message m where m.auteur = ? order by m.le, m.reference
                """).param(auteur).query(Sien::lire).list();
    }

    boolean porte(ReferenceDeDossier reference, UUID fichier) {
        return base.sql("select exists (select from messagerie_piece where reference = ? and fichier = ?)")
                .params(reference.valeur(), fichier)
                .query(Boolean.class)
                .single();
    }

    /**
     * Ajoute un message, qui retient ce que son auteur avait lu ; le dossier est tenu, deux messages n'ont pas le même
     * numéro.
     *
     * @return son numéro
     */
    int ajouter(ReferenceDeDossier reference, Connecte qui, String texte, List<UUID> pieces) {
        var numero = base.sql("""
                insert into messagerie_message (reference, numero, cote, auteur, texte, le, lus)
                select :reference, coalesce(max(numero), 0) + 1, :cote, :auteur, :texte, :le,
                    coalesce((select lus from vue_messagerie_lu where reference = :reference and compte = :auteur), '{}')
                from messagerie_message where reference = :reference
                returning numero
                """)
                .param("reference", reference.valeur())
                .param("cote", qui.role().name())
                .param("auteur", qui.compte())
                .param("texte", texte)
                .param("le", Timestamp.from(horloge.instant()))
                .query(Integer.class)
                .single();
        for (var rang = 0; rang < pieces.size(); rang++) {
            base.sql("insert into messagerie_piece (reference, numero, fichier, rang) values (?, ?, ?, ?)")
                    .params(reference.valeur(), numero, pieces.get(rang), rang)
                    .update();
        }
        return numero;
    }

    /** Le dernier niveau à avoir écrit au référent : c'est lui qui attend sa réponse. */
    Optional<Role> dernierVerificateur(ReferenceDeDossier reference) {
        return base.sql("""
                select cote from messagerie_message where reference = ? and cote <> 'REFERENT'
                order by numero desc limit 1
                """).param(reference.valeur()).query(Role.class).optional();
    }

    /** Ceux des messages montrés qu'il n'avait pas lus : il les a lus maintenant, ceux-là et pas d'autres. */
    Set<Integer> montrer(ReferenceDeDossier reference, Connecte qui, List<Ecrit> montres) {
        if (montres.isEmpty()) {
            return Set.of();
        }
        var nouveaux = Set.copyOf(base.sql("""
                select m.numero from messagerie_message m
                left join vue_messagerie_lu l on l.reference = m.reference and l.compte = :compte
                where m.reference = :reference and m.numero between :de and :a and m.auteur <> :compte
                  and not m.numero <@ coalesce(l.lus, '{}')
                """)
                .param("reference", reference.valeur())
                .param("compte", qui.compte())
                .param("de", montres.getLast().numero())
                .param("a", montres.getFirst().numero())
                .query(Integer.class)
                .list());
        if (!nouveaux.isEmpty()) {
            lire(reference, qui, montres.getLast().numero(), montres.getFirst().numero());
        }
        return nouveaux;
    }

    private void lire(ReferenceDeDossier reference, Connecte qui, int de, int a) {
        base.sql("""
                insert into messagerie_lecture (reference, compte, lus)
                values (?, ?, int4multirange(int4range(?, ?, '[]')))
                on conflict (reference, compte) do update set lus = messagerie_lecture.lus + excluded.lus
                """).params(reference.valeur(), qui.compte(), de, a).update();
    }

    /**
     * Ce côté ouvre le fil : le prochain message se dira de nouveau. À faire avant de le lire : un message qui s'écrit au même
     * moment est alors lu, ou annoncé.
     */
    void ouvrir(ReferenceDeDossier reference, Connecte qui) {
        base.sql("delete from messagerie_avis where reference = ? and vers = ?")
                .params(reference.valeur(), qui.role().name())
                .update();
    }

    /**
     * Vrai s'il faut prévenir ce côté qu'un message l'attend : il ne l'est pas déjà d'un autre que personne n'y a ouvert. Un
     * avis vieux d'un jour s'est peut-être perdu, et un nouveau référent n'a pas reçu celui de l'ancien.
     */
    boolean aAnnoncer(Dossier dossier, Role vers, int numero) {
        return base.sql("""
                insert into messagerie_avis (reference, vers, referent, numero, le) values (?, ?, ?, ?, ?)
                on conflict (reference, vers) do update
                set referent = excluded.referent, numero = excluded.numero, le = excluded.le
                where messagerie_avis.referent <> excluded.referent
                   or messagerie_avis.le <= excluded.le - interval '1 day'
                """)
                        .params(
                                dossier.reference().valeur(),
                                vers.name(),
                                dossier.referent(),
                                numero,
                                Timestamp.from(horloge.instant()))
                        .update()
                == 1;
    }
}
