package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
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

    boolean porte(ReferenceDeDossier reference, UUID fichier) {
        return base.sql("select exists (select from messagerie_piece where reference = ? and fichier = ?)")
                .params(reference.valeur(), fichier)
                .query(Boolean.class)
                .single();
    }

    /**
     * Ajoute un message ; le dossier est tenu, deux messages n'ont pas le même numéro.
     *
     * @return son numéro
     */
    int ajouter(ReferenceDeDossier reference, Connecte qui, String texte, List<UUID> pieces) {
        var numero = base.sql("""
                insert into messagerie_message (reference, numero, cote, auteur, texte, le)
                select :reference, coalesce(max(numero), 0) + 1, :cote, :auteur, :texte, :le
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

    /** Jusqu'où il avait lu ; il a lu maintenant jusque-là. */
    int lireJusqua(ReferenceDeDossier reference, Connecte qui, int numero) {
        var avant = base.sql("select numero from messagerie_lecture where reference = ? and compte = ?")
                .params(reference.valeur(), qui.compte())
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (avant < numero) {
            base.sql("""
                    insert into messagerie_lecture (reference, compte, numero) values (?, ?, ?)
                    on conflict (reference, compte)
                    do update set numero = greatest(messagerie_lecture.numero, excluded.numero)
                    """).params(reference.valeur(), qui.compte(), numero).update();
        }
        return avant;
    }
}
