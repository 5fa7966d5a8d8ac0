package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.export.SuiviDExport.Rendu;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les exports demandés ; chacun ne voit que les siens, et seulement de son périmètre. */
@Component
final class Exports {

    /** Le temps de les télécharger, pas de les oublier là (INSTR-7). */
    static final Duration GARDE = Duration.ofHours(24);

    /** De quoi ne pas refaire ce qui vient d'être fait : deux onglets, une page rappelée. */
    private static final Duration A_L_INSTANT = Duration.ofMinutes(1);
    /** Au-delà, le nœud qui le faisait est tenu pour mort. */
    private static final Duration BAIL = Duration.ofSeconds(45);

    private static final String COLONNES =
            "id, compte, forme, colonnes, filtres, tentatives, etat, raison, detail, faits, total, nom, taille,"
                    + " fichier, demande_le, expire_le";

    /** Ce qu'un autre périmètre avait le droit de lire n'est plus à qui en a changé. */
    private static final String A_LUI = """
             compte = :compte and (expire_le is null or expire_le > :maintenant)
             and (etat <> 'PRET' or region = :region) and not :aucun
            """;

    private final JdbcClient base;
    private final Clock horloge;

    Exports(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Vrai si la même demande est déjà là, ou vient d'être faite, et qu'il peut la voir. */
    boolean deja(Connecte qui, DemandeDExport demande) {
        return base.sql("""
                select exists (
                    select from export_demande where empreinte = :empreinte
                        and (etat = 'DEMANDE' or etat = 'PRET' and fini_le > :alInstant) and %s)
                """.formatted(A_LUI))
                .params(aLui(qui))
                .param("empreinte", demande.empreinte())
                .param("alInstant", Timestamp.from(horloge.instant().minus(A_L_INSTANT)))
                .query(Boolean.class)
                .single();
    }

    /** Combien il en voit, gardés ou attendus. */
    long nombre(Connecte qui) {
        return nombre(qui, "");
    }

    /** Combien d'entre eux sont des archives. */
    long archives(Connecte qui) {
        return nombre(qui, " and forme = 'ZIP'");
    }

    private long nombre(Connecte qui, String lesquels) {
        return base.sql("select count(*) from export_demande where etat <> 'ECHOUE' and" + A_LUI + lesquels)
                .params(aLui(qui))
                .query(Long.class)
                .single();
    }

    /** Faux si la même demande est arrivée entre-temps. */
    boolean ouvrir(DemandeDExport demande, Optional<Long> total) {
        return base.sql("""
                insert into export_demande
                    (id, compte, forme, colonnes, filtres, empreinte, etat, total, demande_le)
                values (:id, :compte, :forme, :colonnes, :filtres::jsonb, :empreinte, 'DEMANDE', :total, :le)
                on conflict (compte, empreinte) where etat = 'DEMANDE' do nothing
                """)
                        .param("id", demande.id())
                        .param("compte", demande.compte())
                        .param("forme", demande.forme().name())
                        .param("colonnes", ColonneDExport.codes(demande.colonnes()))
                        .param("filtres", demande.filtresEcrits())
                        .param("empreinte", demande.empreinte())
                        .param("total", total.orElse(null))
                        .param("le", maintenant())
                        .update()
                == 1;
    }

    /** Du plus récent au plus ancien. */
    List<SuiviDExport> de(Connecte qui) {
        return base.sql("select " + COLONNES + " from export_demande where" + A_LUI + "order by demande_le desc, id")
                .params(aLui(qui))
                .query(SuiviDExport::lire)
                .list();
    }

    /** Celui qu'il peut télécharger. */
    Optional<Rendu> rendu(Connecte qui, UUID id) {
        return base.sql("select " + COLONNES + " from export_demande where id = :id and etat = 'PRET' and" + A_LUI)
                .param("id", id)
                .params(aLui(qui))
                .query(SuiviDExport::lire)
                .optional()
                .flatMap(SuiviDExport::rendu);
    }

    /**
     * Réserve à ce nœud le plus ancien qui attend.
     *
     * @param pieces vrai d'une archive, faux d'une liste
     */
    Optional<DemandeDExport> prendre(boolean pieces) {
        return base.sql("""
                update export_demande set pris_jusqu_a = :bail, tentatives = tentatives + 1, faits = 0
                where id = (
                    select id from export_demande
                    where etat = 'DEMANDE' and (forme = 'ZIP') = :pieces and (pris_jusqu_a is null or pris_jusqu_a <= :maintenant)
                    order by demande_le, id limit 1
                    for update skip locked)
                returning\s""" + COLONNES)
                .param("pieces", pieces)
                .param("bail", bail())
                .param("maintenant", maintenant())
                .query((ligne, rang) -> SuiviDExport.lire(ligne, rang).demande())
                .optional();
    }

    /** Dit que ce nœud vit. */
    void prolonger(DemandeDExport demande) {
        base.sql("update export_demande set pris_jusqu_a = :bail where id = :id and tentatives = :tentatives")
                .param("bail", bail())
                .param("id", demande.id())
                .param("tentatives", demande.tentatives())
                .update();
    }

    void avancer(DemandeDExport demande, long faits) {
        base.sql("update export_demande set faits = :faits where id = :id and tentatives = :tentatives")
                .param("faits", faits)
                .param("id", demande.id())
                .param("tentatives", demande.tentatives())
                .update();
    }

    /** Dit combien il en faut faire, quand on le sait. */
    void prevoir(DemandeDExport demande, long total) {
        base.sql("update export_demande set total = :total where id = :id and tentatives = :tentatives")
                .param("total", total)
                .param("id", demande.id())
                .param("tentatives", demande.tentatives())
                .update();
    }

    /** En panne : le prochain passage le reprend du début. */
    void rendre(DemandeDExport demande) {
        rendre(demande, 0);
    }

    /** Le nœud s'arrête : l'essai n'est pas compté. */
    void rendreSansCompter(DemandeDExport demande) {
        rendre(demande, 1);
    }

    private void rendre(DemandeDExport demande, int essais) {
        base.sql("""
                update export_demande set pris_jusqu_a = null, tentatives = tentatives - :essais
                where id = :id and tentatives = :tentatives
                """)
                .param("essais", essais)
                .param("id", demande.id())
                .param("tentatives", demande.tentatives())
                .update();
    }

    /** Faux si un autre nœud l'a repris : ce qui vient d'être fait est de trop. */
    boolean finir(DemandeDExport demande, String region, UUID fichier, String nom, long taille, long faits) {
        return base.sql("""
                update export_demande
                set etat = 'PRET', pris_jusqu_a = null, region = :region, fichier = :fichier, nom = :nom, taille = :taille,
                    faits = :faits, fini_le = :le, expire_le = :expire
                where id = :id and tentatives = :tentatives and etat = 'DEMANDE'
                """)
                        .param("region", region)
                        .param("fichier", fichier)
                        .param("nom", nom)
                        .param("taille", taille)
                        .param("faits", faits)
                        .param("le", maintenant())
                        .param("expire", Timestamp.from(horloge.instant().plus(GARDE)))
                        .param("id", demande.id())
                        .param("tentatives", demande.tentatives())
                        .update()
                == 1;
    }

    /** Faux si un autre nœud l'a repris. */
    boolean echouer(DemandeDExport demande, String raison, String detail) {
        return base.sql("""
                update export_demande
                set etat = 'ECHOUE', pris_jusqu_a = null, raison = :raison, detail = :detail, fini_le = :le, expire_le = :expire
                where id = :id and tentatives = :tentatives and etat = 'DEMANDE'
                """)
                        .param("raison", raison)
                        .param("detail", detail)
                        .param("le", maintenant())
                        .param("expire", Timestamp.from(horloge.instant().plus(GARDE)))
                        .param("id", demande.id())
                        .param("tentatives", demande.tentatives())
                        .update()
                == 1;
    }

    /** Oublie ceux dont le jour est passé, dans la transaction de l'appelant ; rend de chacun le fichier à effacer. */
    List<Optional<UUID>> oublier(int lot) {
        return base.sql("""
                        delete from export_demande where id in (
                            select id from export_demande where expire_le <= :maintenant limit :lot for update skip locked)
                        returning fichier
                        """)
                .param("maintenant", maintenant())
                .param("lot", lot)
                .query((ligne, _) -> Optional.ofNullable(ligne.getObject("fichier", UUID.class)))
                .list();
    }

    private Map<String, Object> aLui(Connecte qui) {
        return Map.of(
                "compte", qui.compte(),
                "maintenant", maintenant(),
                "region", region(qui.perimetre()),
                "aucun", qui.perimetre() instanceof Perimetre.Aucun);
    }

    /** Celle d'un périmètre ; vide s'il est national. */
    static String region(Perimetre perimetre) {
        return perimetre instanceof Perimetre.Regional(var region) ? region.code() : "";
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private Timestamp bail() {
        return Timestamp.from(horloge.instant().plus(BAIL));
    }
}
