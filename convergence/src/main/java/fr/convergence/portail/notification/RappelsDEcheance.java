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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rappelle leur échéance à ceux qui n'ont pas fini (NOT-1) : J-14, J-7 et J-1 de la fin du guichet pour un brouillon, de sa
 * date de retour pour une étape à modifier. Chaque rappel part une fois ; celui qui suivrait de trop près la demande de
 * modification, qui dit déjà sa date, ne part pas.
 */
@Component
class RappelsDEcheance {

    /** Ce que {@link Palier#debut} dit de sa date de retour. */
    private static final String DEBUT = """
            (((retour_avant - interval '1 second') at time zone 'Europe/Paris')::date - :palier + cast(:matin as time))
                at time zone 'Europe/Paris'
            """;

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
        Palier.TOUS.forEach(palier -> parLots(tranche, () -> retours(palier, maintenant)));
        return tranche.finie();
    }

    private void brouillons(Guichet guichet, EtapeDuGuichet etape, Instant maintenant, Tranche tranche) {
        etape.fenetre()
                .limite()
                .map(Moment::echeance)
                .ifPresent(echeance -> Palier.de(echeance, maintenant)
                        .ifPresent(palier -> parLots(
                                tranche,
                                () -> brouillons(guichet.definition().code(), etape.code(), echeance, palier))));
    }

    private void parLots(Tranche tranche, Supplier<Integer> lot) {
        while (!tranche.finie() && Integer.valueOf(LOT).equals(transaction.execute(_ -> lot.get()))) {
            // un lot plein : il en reste peut-être
        }
    }

    /** Un dossier commencé après le palier n'a pas besoin qu'on lui rappelle ce qu'il vient de lire. */
    private int brouillons(String guichet, String etape, Instant echeance, Palier palier) {
        var concernees = base.sql("""
                select * from vue_notification_etape v
                where etat = %s and guichet = :guichet and code = :etape and depuis <= :seuil
                      and not exists (select from notification_rappel r
                                      where r.etape = v.id and r.echeance = :echeance and r.palier = :palier)
                limit :lot
                """.formatted(CodeDEtat.BROUILLON.sql()))
                .param("guichet", guichet)
                .param("etape", etape)
                .param("seuil", Timestamp.from(palier.debut(echeance)))
                .param("echeance", Timestamp.from(echeance))
                .param("palier", palier.jours())
                .param("lot", LOT)
                .query(EtapeConcernee::lire)
                .list();
        concernees.forEach(concernee -> rappeler(concernee, echeance, palier, delai(concernee)));
        return concernees.size();
    }

    private int retours(Palier palier, Instant maintenant) {
        var bas = palier.suivant()
                .map(suivant -> suivant.jusqua(maintenant))
                .filter(maintenant::isBefore)
                .orElse(maintenant);
        var dues = base.sql("""
                select * from vue_notification_etape v
                where etat = %s and retour_avant > :bas and retour_avant <= :haut
                      and depuis <= %s - make_interval(days => :delai)
                      and not exists (select from notification_rappel r
                                      where r.etape = v.id and r.echeance = v.retour_avant and r.palier = :palier)
                limit :lot
                """.formatted(CodeDEtat.A_MODIFIER.sql(), DEBUT))
                .param("bas", Timestamp.from(bas))
                .param("haut", Timestamp.from(palier.jusqua(maintenant)))
                .param("matin", Rythme.DU_MATIN)
                .param("delai", palier.jours() / 7)
                .param("palier", palier.jours())
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
    private void rappeler(EtapeConcernee etape, Instant echeance, Palier palier, Message delai) {
        if (!noter(etape.id(), echeance, palier)) {
            return;
        }
        var jours = Math.max(1, Periode.jours(horloge.instant(), echeance));
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
    private boolean noter(UUID etape, Instant echeance, Palier palier) {
        return base.sql("""
                insert into notification_rappel (etape, echeance, palier, le) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                        .params(etape, Timestamp.from(echeance), palier.jours(), Timestamp.from(horloge.instant()))
                        .update()
                == 1;
    }
}
