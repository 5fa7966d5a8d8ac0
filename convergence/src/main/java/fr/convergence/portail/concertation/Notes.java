package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConcertation.NoteEcrite;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les notes d'un dossier ; l'accès au dossier a été jugé par qui demande, et il est tenu par qui écrit. */
@Component
final class Notes {

    /** Un état d'une note : le dernier est ce qu'elle dit. */
    record Etat(int numero, int revision, UUID auteur, Role cote, String texte, Instant le) {

        private static Etat lire(ResultSet ligne, int rang) throws SQLException {
            return new Etat(
                    ligne.getInt("numero"),
                    ligne.getInt("revision"),
                    ligne.getObject("auteur", UUID.class),
                    Role.valueOf(ligne.getString("cote")),
                    ligne.getString("texte"),
                    ligne.getTimestamp("le").toInstant());
        }
    }

    /** Un état d'une note d'un dossier, pour qui l'a écrit. */
    record Ecrite(String reference, int numero, String texte, Instant le) {

        private static Ecrite lire(ResultSet ligne, int rang) throws SQLException {
            return new Ecrite(
                    ligne.getString("reference"),
                    ligne.getInt("numero"),
                    ligne.getString("texte"),
                    ligne.getTimestamp("le").toInstant());
        }
    }

    private static final String ETATS = """
            select n.numero, t.revision, n.auteur, n.cote, t.texte, t.le
            from concertation_note n join concertation_note_texte t using (reference, numero)
            where n.reference = :reference""";

    private final JdbcClient base;
    private final Journal journal;
    private final Clock horloge;

    Notes(JdbcClient base, Journal journal, Clock horloge) {
        this.base = base;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Tous les états de chaque note : la plus récente d'abord, et chacune du plus récent au plus ancien. */
    List<Etat> du(Dossier dossier) {
        return base.sql(ETATS + " order by n.numero desc, t.revision desc")
                .param("reference", dossier.reference().valeur())
                .query(Etat::lire)
                .list();
    }

    /** Ce que dit une note de soi. */
    Optional<Etat> sienne(Connecte qui, Dossier dossier, int numero) {
        return base.sql(ETATS + " and n.numero = :numero and n.auteur = :auteur and t.revision = n.revision")
                .param("reference", dossier.reference().valeur())
                .param("numero", numero)
                .param("auteur", qui.compte())
                .query(Etat::lire)
                .optional();
    }

    /** Tout ce que quelqu'un a écrit, d'un dossier à l'autre. */
    List<Ecrite> ecritesPar(UUID auteur) {
        return base.sql("""
                select n.reference, n.numero, t.texte, t.le
                from concertation_note n join concertation_note_texte t using (reference, numero)
                where n.auteur = ? order by t.le, n.reference
                """).param(auteur).query(Ecrite::lire).list();
    }

    int nombre(Dossier dossier) {
        return base.sql("select count(*) from concertation_note where reference = ?")
                .param(dossier.reference().valeur())
                .query(Integer.class)
                .single();
    }

    void ajouter(Connecte qui, Dossier dossier, String texte) {
        var numero = base.sql("""
                insert into concertation_note (reference, numero, auteur, cote, revision)
                select :reference, coalesce(max(numero), 0) + 1, :auteur, :cote, 1
                from concertation_note where reference = :reference
                returning numero
                """)
                .param("reference", dossier.reference().valeur())
                .param("auteur", qui.compte())
                .param("cote", qui.role().name())
                .query(Integer.class)
                .single();
        ecrire(qui, dossier, numero, 1, texte);
    }

    /** @return faux si elle n'est pas de lui, ou si elle n'est plus à cette révision */
    boolean corriger(Connecte qui, Dossier dossier, int numero, int revision, String texte) {
        var passee = base.sql("""
                update concertation_note set revision = revision + 1
                where reference = ? and numero = ? and auteur = ? and revision = ?
                """)
                        .params(dossier.reference().valeur(), numero, qui.compte(), revision)
                        .update()
                == 1;
        if (passee) {
            ecrire(qui, dossier, numero, revision + 1, texte);
        }
        return passee;
    }

    private void ecrire(Connecte qui, Dossier dossier, int numero, int revision, String texte) {
        base.sql("insert into concertation_note_texte (reference, numero, revision, texte, le) values (?, ?, ?, ?, ?)")
                .params(dossier.reference().valeur(), numero, revision, texte, Timestamp.from(horloge.instant()))
                .update();
        journal.ecrire(
                dossier.reference().valeur(), qui.getName(), new NoteEcrite(numero, revision, Sha256.hexa(texte)));
    }
}
