package fr.convergence.portail.notification;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.tache.Tranche;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rappelle leur échéance à ceux qui n'ont pas fini (NOT-1) : J-14, J-7 et J-1 de la fin du guichet pour un brouillon,
 * J-7 et J-1 de sa date de retour pour une étape à modifier. Chaque rappel part une fois.
 */
@Component
class RappelsDEcheance {

    private static final List<Integer> PALIERS_DU_GUICHET = List.of(1, 7, 14);
    private static final List<Integer> PALIERS_DU_RETOUR = List.of(1, 7);

    /** Peu de lignes tenues à la fois : les envois de la dernière semaine se comptent en milliers. */
    private static final int LOT = 100;

    private final JdbcClient base;
    private final GuichetsPublies guichets;
    private final LettresDesActes lettres;
    private final Textes textes;
    private final Courriels courriels;
    private final TransactionTemplate transaction;
    private final Clock horloge;

    RappelsDEcheance(
            JdbcClient base,
            GuichetsPublies guichets,
            LettresDesActes lettres,
            Textes textes,
            Courriels courriels,
            TransactionTemplate transaction,
            Clock horloge) {
        this.base = base;
        this.guichets = guichets;
        this.lettres = lettres;
        this.textes = textes;
        this.courriels = courriels;
        this.transaction = transaction;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être */
    boolean envoyer(Tranche tranche) {
        var maintenant = horloge.instant();
        for (var guichet : guichets.enVigueur()) {
            guichet.definition().etapes().forEach(etape -> brouillons(guichet, etape, maintenant, tranche));
        }
        PALIERS_DU_RETOUR.forEach(palier -> parLots(tranche, () -> retours(palier, maintenant)));
        return tranche.finie();
    }

    private void brouillons(Guichet guichet, EtapeDuGuichet etape, Instant maintenant, Tranche tranche) {
        etape.fenetre()
                .limite()
                .map(Moment::echeance)
                .ifPresent(echeance -> palier(echeance, maintenant)
                        .ifPresent(palier -> parLots(
                                tranche,
                                () -> brouillons(guichet.definition().code(), etape.code(), echeance, palier))));
    }

    /** Le palier où l'on est : le plus proche de l'échéance parmi ceux qui sont passés. */
    private static Optional<Integer> palier(Instant echeance, Instant maintenant) {
        return maintenant.isBefore(echeance)
                ? PALIERS_DU_GUICHET.stream()
                        .filter(palier -> !maintenant.isBefore(echeance.minus(Duration.ofDays(palier))))
                        .findFirst()
                : Optional.empty();
    }

    private void parLots(Tranche tranche, Supplier<Integer> lot) {
        while (!tranche.finie() && Integer.valueOf(LOT).equals(transaction.execute(_ -> lot.get()))) {
            // un lot plein : il en reste peut-être
        }
    }

    /** Un dossier commencé après le palier n'a pas besoin qu'on lui rappelle ce qu'il vient de lire. */
    private int brouillons(String guichet, String etape, Instant echeance, int palier) {
        var concernees = base.sql("""
                select * from vue_notification_etape v
                where etat = %s and guichet = :guichet and code = :etape and depuis <= :seuil
                      and not exists (select from notification_rappel r
                                      where r.etape = v.id and r.echeance = :echeance and r.palier = :palier)
                limit :lot
                """.formatted(CodeDEtat.BROUILLON.sql()))
                .param("guichet", guichet)
                .param("etape", etape)
                .param("seuil", Timestamp.from(echeance.minus(Duration.ofDays(palier))))
                .param("echeance", Timestamp.from(echeance))
                .param("palier", palier)
                .param("lot", LOT)
                .query(EtapeConcernee::lire)
                .list();
        concernees.forEach(concernee -> rappeler(concernee, echeance, palier, delai(concernee)));
        return concernees.size();
    }

    private int retours(int palier, Instant maintenant) {
        var bas = palier == 1 ? maintenant : maintenant.plus(Duration.ofDays(1));
        var dues = base.sql("""
                select * from vue_notification_etape v
                where etat = %s and retour_avant > :bas and retour_avant <= :haut
                      and depuis <= retour_avant - make_interval(days => :palier)
                      and not exists (select from notification_rappel r
                                      where r.etape = v.id and r.echeance = v.retour_avant and r.palier = :palier)
                limit :lot
                """.formatted(CodeDEtat.A_MODIFIER.sql()))
                .param("bas", Timestamp.from(bas))
                .param("haut", Timestamp.from(maintenant.plus(Duration.ofDays(palier))))
                .param("palier", palier)
                .param("lot", LOT)
                .query((ligne, rang) -> Map.entry(
                        EtapeConcernee.lire(ligne, rang),
                        ligne.getTimestamp("retour_avant").toInstant()))
                .list();
        dues.forEach(due -> rappeler(due.getKey(), due.getValue(), palier, Periode.nomDUnRetour()));
        return dues.size();
    }

    /** Deux dates d'un même guichet se confondraient : le rappel dit laquelle est la sienne. */
    private Message delai(EtapeConcernee etape) {
        return Periode.nom(guichets.fenetre(etape.guichet(), etape.code()));
    }

    /** Une échéance est le premier instant où il est trop tard : on dit la dernière seconde qui compte. */
    private void rappeler(EtapeConcernee etape, Instant echeance, int palier, Message delai) {
        if (!noter(etape.id(), echeance, palier)) {
            return;
        }
        var jours = Math.max(1, Duration.between(horloge.instant(), echeance).toDays());
        var variables = Map.of(
                "reste",
                jours == 1 ? "1 jour" : jours + " jours",
                "echeance",
                Formats.dateHeure(echeance.minusSeconds(1)),
                "delai",
                textes.de(delai));
        courriels.ecrire(lettres.auReferent(etape, "rappel", variables));
    }

    /** Faux si ce rappel est déjà parti : la clé unique en décide, même entre deux nœuds. */
    private boolean noter(UUID etape, Instant echeance, int palier) {
        return base.sql("""
                insert into notification_rappel (etape, echeance, palier, le) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                        .params(etape, Timestamp.from(echeance), palier, Timestamp.from(horloge.instant()))
                        .update()
                == 1;
    }
}
