package fr.convergence.isc.identite;

import fr.convergence.socle.fichier.Fichiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des vidéos : une par séquence, et le fichier qui la garde. */
@Component
public final class SequencesFilmees {

    /**
     * @param recu vrai quand le fichier est entier
     * @param sain vrai quand ses contrôles l'ont admis
     * @param refus pourquoi la précédente n'a pas convenu : la clé de son texte, et son détail
     */
    public record Film(
            UUID verification,
            Sequence sequence,
            UUID fichier,
            boolean recu,
            boolean sain,
            @Nullable String refus) {}

    private static final String COLONNES =
            "select identite, sequence, fichier, recu_le is not null as recu, sain, refus from identite_sequence ";

    private final JdbcClient base;
    private final Fichiers fichiers;
    private final Clock horloge;

    SequencesFilmees(JdbcClient base, Fichiers fichiers, Clock horloge) {
        this.base = base;
        this.fichiers = fichiers;
        this.horloge = horloge;
    }

    /** Ce fichier prend la place du précédent, qui s'efface ; dans la transaction de qui tient la vérification. */
    public void ouvrir(UUID verification, Sequence sequence, UUID fichier) {
        celui(verification, sequence).ifPresent(ancien -> fichiers.supprimer(ancien.fichier()));
        base.sql("""
                insert into identite_sequence (identite, sequence, fichier, ouvert_le) values (:id, :sequence, :fichier, :le)
                on conflict (identite, sequence) do update
                set fichier = excluded.fichier, ouvert_le = excluded.ouvert_le, recu_le = null, sain = false
                """)
                .param("id", verification)
                .param("sequence", sequence.name())
                .param("fichier", fichier)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
    }

    public Optional<Film> duFichier(UUID fichier) {
        return base.sql(COLONNES + "where fichier = ?")
                .param(fichier)
                .query(SequencesFilmees::lire)
                .optional();
    }

    public Optional<Film> celui(UUID verification, Sequence sequence) {
        return base.sql(COLONNES + "where identite = ? and sequence = ?")
                .params(verification, sequence.name())
                .query(SequencesFilmees::lire)
                .optional();
    }

    List<Film> tous(UUID verification) {
        return base.sql(COLONNES + "where identite = ?")
                .param(verification)
                .query(SequencesFilmees::lire)
                .list();
    }

    void recu(UUID fichier) {
        base.sql("update identite_sequence set recu_le = ? where fichier = ?")
                .params(Timestamp.from(horloge.instant()), fichier)
                .update();
    }

    void sain(UUID fichier) {
        base.sql("update identite_sequence set sain = true, refus = null where fichier = ?")
                .param(fichier)
                .update();
    }

    /** Ses octets sont déjà effacés ; la page dira pourquoi il faut refilmer. */
    void ecarter(UUID fichier, String refus) {
        base.sql("update identite_sequence set recu_le = null, sain = false, refus = ? where fichier = ?")
                .params(refus, fichier)
                .update();
    }

    /** Efface toutes les vidéos et leurs clés, dans la transaction de l'appelant. */
    public void effacer(UUID verification) {
        tous(verification).forEach(film -> fichiers.supprimer(film.fichier()));
        base.sql("delete from identite_sequence where identite = ?")
                .param(verification)
                .update();
    }

    /** Celles que plus rien ne justifie de garder : décidées depuis assez longtemps, ou jamais finies. */
    List<UUID> aEffacer(Timestamp decideesAvant, int lot) {
        return base.sql("""
                select id from identite
                where not videos_effacees
                  and (etat in ('ACCEPTEE', 'REFUSEE') and etat_depuis <= ? or etat = 'EXPIREE')
                order by etat_depuis limit ? for update skip locked
                """).params(decideesAvant, lot).query(UUID.class).list();
    }

    void effacees(UUID verification) {
        base.sql("update identite set videos_effacees = true where id = ?")
                .param(verification)
                .update();
    }

    private static Film lire(ResultSet ligne, int rang) throws SQLException {
        return new Film(
                ligne.getObject("identite", UUID.class),
                Sequence.valueOf(ligne.getString("sequence")),
                ligne.getObject("fichier", UUID.class),
                ligne.getBoolean("recu"),
                ligne.getBoolean("sain"),
                ligne.getString("refus"));
    }
}
