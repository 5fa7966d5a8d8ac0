package fr.convergence.socle.courriel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ce que sont devenus les courriels, pour l'opérateur ; jamais leur corps, qui peut porter un code ou un lien. */
@Component
public class SuiviDesCourriels {

    /** Où en est un courriel. */
    public enum Etat {
        A_ENVOYER,
        ENVOYE,
        ABANDONNE
    }

    /**
     * Un critère absent n'en écarte aucun.
     *
     * @param destinataire son adresse, capitales ou non
     */
    public record Criteres(Optional<String> destinataire, Optional<String> reference, Optional<Etat> etat) {}

    /**
     * @param reference référence du dossier concerné
     * @param erreur ce qu'a répondu le serveur de courriel au dernier essai
     */
    public record Suivi(
            UUID id,
            String modele,
            String destinataire,
            String objet,
            @Nullable String reference,
            Etat etat,
            int tentatives,
            Instant creeLe,
            @Nullable Instant envoyeLe,
            @Nullable String erreur) {}

    private static final Duration UN_JOUR = Duration.ofDays(1);
    private static final int ABANDONS_LUS = 1_000;

    private final JdbcClient base;
    private final EnvoiDesCourriels envoi;
    private final Clock horloge;

    SuiviDesCourriels(JdbcClient base, EnvoiDesCourriels envoi, Clock horloge) {
        this.base = base;
        this.envoi = envoi;
        this.horloge = horloge;
    }

    /** Du plus récent au plus ancien, ceux qui suivent {@code apres}. */
    public List<Suivi> chercher(Criteres criteres, @Nullable UUID apres, int lignes) {
        var requete = new StringBuilder("""
                select id, modele, destinataire, objet, reference, etat, tentatives, cree_le, envoye_le, erreur
                from courriel where true
                """);
        criteres.destinataire().ifPresent(_ -> requete.append("and lower(destinataire) = :destinataire\n"));
        criteres.reference().ifPresent(_ -> requete.append("and reference = :reference\n"));
        criteres.etat().ifPresent(_ -> requete.append("and etat = :etat\n"));
        if (apres != null) {
            requete.append("and id < :apres\n");
        }
        return base.sql(requete.append("order by id desc limit :lignes").toString())
                .param("destinataire", criteres.destinataire().orElse("").toLowerCase(Locale.ROOT))
                .param("reference", criteres.reference().orElse(""))
                .param("etat", criteres.etat().map(Etat::name).orElse(""))
                .param("apres", apres)
                .param("lignes", lignes)
                .query(SuiviDesCourriels::lire)
                .list();
    }

    /** Combien ont été refusés ou abandonnés depuis un jour ; au plus {@value #ABANDONS_LUS}. */
    public long abandonnesDepuisUnJour() {
        return base.sql("""
                select count(*) from (
                    select prochain_essai from courriel where etat = 'ABANDONNE' order by id desc limit ?) derniers
                where prochain_essai > ?
                """)
                .params(ABANDONS_LUS, Timestamp.from(horloge.instant().minus(UN_JOUR)))
                .query(Long.class)
                .single();
    }

    /** Remet en file un courriel abandonné ; faux s'il ne l'est pas. */
    @Transactional
    public boolean relancer(UUID courriel) {
        var relance = base.sql("""
                        update courriel set etat = 'A_ENVOYER', tentatives = 0, prochain_essai = ?, erreur = null
                        where id = ? and etat = 'ABANDONNE' and corps_scelle is not null
                        """)
                        .params(Timestamp.from(horloge.instant()), courriel)
                        .update()
                == 1;
        envoi.bientot();
        return relance;
    }

    private static Suivi lire(ResultSet ligne, int rang) throws SQLException {
        var envoyeLe = ligne.getTimestamp("envoye_le");
        return new Suivi(
                ligne.getObject("id", UUID.class),
                ligne.getString("modele"),
                ligne.getString("destinataire"),
                ligne.getString("objet"),
                ligne.getString("reference"),
                Etat.valueOf(ligne.getString("etat")),
                ligne.getInt("tentatives"),
                ligne.getTimestamp("cree_le").toInstant(),
                envoyeLe == null ? null : envoyeLe.toInstant(),
                ligne.getString("erreur"));
    }
}
