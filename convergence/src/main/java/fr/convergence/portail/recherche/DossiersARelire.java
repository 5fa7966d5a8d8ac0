package fr.convergence.portail.recherche;

import fr.convergence.portail.acte.CodeDEtat;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * La file des dossiers dont l'index est à refaire. Marquer un dossier en tient la ligne jusqu'à la fin de la transaction : il
 * n'est pas relu avant que ce qui le fait marquer soit écrit.
 */
@Component
final class DossiersARelire {

    static final UUID PREMIER = new UUID(0, 0);

    private static final String MARQUER = "insert into recherche_a_relire (dossier, des) ";
    private static final String DEJA_MARQUES = " on conflict (dossier) do update set des = excluded.des";

    private final JdbcClient base;
    private final Clock horloge;

    DossiersARelire(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    void marquer(UUID dossier) {
        base.sql(MARQUER + "values (:dossier, :des)" + DEJA_MARQUES)
                .param("dossier", dossier)
                .param("des", maintenant())
                .update();
    }

    void marquerDuReferent(UUID compte) {
        base.sql(MARQUER + "select id, :des from vue_recherche_dossier where referent = :compte order by id"
                        + DEJA_MARQUES)
                .param("compte", compte)
                .param("des", maintenant())
                .update();
    }

    /**
     * Marque ceux que l'index ne connaît pas, ceux qui ont été transmis depuis par un nœud qui ne le tient pas, ceux dont le
     * registre, qui vient de changer, nomme ou situe autrement le candidat.
     */
    void marquerTous() {
        marquer(PREMIER, null, DEJA_MARQUES);
    }

    /**
     * Marque les mêmes parmi les dossiers qui suivent celui-ci. Rien n'a changé : qui attend depuis un échec attend encore.
     *
     * @param lot combien en regarder
     * @return le dernier regardé ; vide quand il n'en reste pas
     */
    Optional<UUID> marquerApres(UUID dossier, int lot) {
        return marquer(dossier, lot, " on conflict (dossier) do nothing");
    }

    private Optional<UUID> marquer(UUID apres, @Nullable Integer lot, String dejaMarques) {
        return base.sql("""
                with lot as materialized (
                    select id, candidat from vue_recherche_dossier where id > :apres order by id limit :lot),
                marques as (
                    insert into recherche_a_relire (dossier, des)
                    select l.id, :des
                    from lot l
                    left join recherche_dossier i on i.dossier = l.id
                    left join vue_recherche_registre r on r.candidat = l.candidat
                    where i.registre <> coalesce(r.texte, '')
                       or exists (select from vue_recherche_etape e where e.dossier = l.id
                                  and (i.lu_le is null or e.etat = :verifiee and e.depuis > i.lu_le))
                    order by l.id
                """ + dejaMarques + """
                )
                select id from lot order by id desc limit 1
                """)
                .param("verifiee", CodeDEtat.EN_VERIFICATION.name())
                .param("apres", apres)
                .param("lot", lot)
                .param("des", maintenant())
                .query(UUID.class)
                .optional();
    }

    List<UUID> lot(int taille) {
        return base.sql("select dossier from recherche_a_relire where des <= ? order by des limit ?")
                .params(maintenant(), taille)
                .query(UUID.class)
                .list();
    }

    /** @return faux si un autre nœud le relit, ou si ce qui le fait marquer n'est pas encore écrit */
    boolean prendre(UUID dossier) {
        return base.sql("select true from recherche_a_relire where dossier = ? for update skip locked")
                .param(dossier)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void oter(UUID dossier) {
        base.sql("delete from recherche_a_relire where dossier = ?")
                .param(dossier)
                .update();
    }

    void remettre(UUID dossier, Duration attente) {
        base.sql("update recherche_a_relire set des = ? where dossier = ?")
                .params(Timestamp.from(horloge.instant().plus(attente)), dossier)
                .update();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}
