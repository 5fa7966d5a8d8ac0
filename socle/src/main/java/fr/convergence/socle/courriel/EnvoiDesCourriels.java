package fr.convergence.socle.courriel;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.mesure.Jauge;
import fr.convergence.socle.sonde.Sonde;
import fr.convergence.socle.tache.Boucle;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Distribue les lettres, puis vide la file des courriels : réserve un lot, l'envoie par une connexion, note ce qu'il en est advenu.
 *
 * <p>La base tombée entre l'envoi et la note, ce nœud se souvient de ce que le serveur a accepté. S'il tombe aussi, ou qu'elle
 * tarde plus qu'un bail, le message peut repartir : avec le même Message-ID, que les boîtes dédoublonnent.
 */
@Component
final class EnvoiDesCourriels {

    /** Un courriel réservé par ce nœud. */
    record EnPartance(UUID id, String destinataire, String objet, byte[] corpsScelle, int tentatives, Instant creeLe) {}

    /** Ce qu'il est advenu d'un envoi. */
    sealed interface Issue {
        record Parti() implements Issue {}

        record ARefaire(String erreur) implements Issue {}

        record Impossible(String erreur) implements Issue {}
    }

    private static final Logger JOURNAL = LoggerFactory.getLogger(EnvoiDesCourriels.class);
    private static final int LOT = 50;
    private static final Duration SCRUTATION = Duration.ofSeconds(2);
    /** Au-delà, un nœud qui avait réservé est tenu pour mort et le courriel repart. */
    private static final Duration BAIL = Duration.ofMinutes(3);

    /**
     * Ce qu'une connexion, ou un courriel, peut prendre est borné par les délais du facteur, deux minutes à peu près ; il faut que
     * le bail dure encore autant.
     */
    private static final Duration TENIR_APRES = Duration.ofSeconds(10);

    private static final Duration ABANDON = Duration.ofHours(24);
    private static final Duration PREMIERE_ATTENTE = Duration.ofSeconds(10);
    private static final Duration ATTENTE_MAXIMALE = Duration.ofHours(1);

    private final JdbcClient base;
    private final Lettres lettres;
    private final Facteur facteur;
    private final PasserelleDeSms sms;
    private final Coffre coffre;
    private final Clock horloge;

    /** Acceptés par le serveur et pas encore notés dans la base, avec l'heure où ils l'ont été. */
    private final Map<UUID, Instant> acceptes = new ConcurrentHashMap<>();

    private final Boucle boucle = new Boucle("courriels", SCRUTATION, this::envoyerUnLot);

    EnvoiDesCourriels(
            JdbcClient base, Lettres lettres, Facteur facteur, PasserelleDeSms sms, Coffre coffre, Clock horloge) {
        this.base = base;
        this.lettres = lettres;
        this.facteur = facteur;
        this.sms = sms;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    static String contexte(UUID id) {
        return "courriel/" + id;
    }

    void bientot() {
        boucle.reveilApresTransaction();
    }

    /** @return vrai s'il reste peut-être des lettres à distribuer, ou des courriels à envoyer */
    boolean envoyerUnLot() {
        noterLesAcceptes();
        var resteDesLettres = lettres.distribuer();
        var garde = new Garde();
        var lot = reserver(garde);
        BiConsumer<EnPartance, Issue> suite = (courriel, issue) -> noter(courriel, issue, garde);
        facteur.tournee(
                lot.stream()
                        .filter(courriel -> !PasserelleDeSms.prend(courriel))
                        .toList(),
                this::ouvrir,
                garde::tenir,
                suite);
        sms.tournee(lot.stream().filter(PasserelleDeSms::prend).toList(), this::ouvrir, garde::tenir, suite);
        return resteDesLettres || lot.size() == LOT;
    }

    private byte[] ouvrir(EnPartance courriel) {
        return coffre.ouvrir(courriel.corpsScelle(), contexte(courriel.id()));
    }

    private List<EnPartance> reserver(Garde garde) {
        return base.sql("""
                update courriel set tentatives = tentatives + 1, prochain_essai = :bail
                where id in (
                    select id from courriel
                    where etat = 'A_ENVOYER' and prochain_essai <= :maintenant
                    order by prochain_essai limit :lot
                    for update skip locked)
                returning id, destinataire, objet, corps_scelle, tentatives, cree_le
                """)
                .param("bail", garde.posee())
                .param("maintenant", Timestamp.from(garde.prise))
                .param("lot", LOT)
                .query((ligne, rang) -> new EnPartance(
                        ligne.getObject("id", UUID.class),
                        ligne.getString("destinataire"),
                        ligne.getString("objet"),
                        ligne.getBytes("corps_scelle"),
                        ligne.getInt("tentatives"),
                        ligne.getTimestamp("cree_le").toInstant()))
                .list();
    }

    /**
     * Un serveur lent fait durer la tournée plus que son bail : ce qui reste se tient de nouveau, ou un autre nœud l'enverrait.
     * L'instant posé dans la base dit à qui est un courriel : un autre nœud, qui l'aurait repris après le bail, en pose un autre.
     */
    private final class Garde {

        private Instant prise = maintenant();

        private Timestamp posee() {
            return Timestamp.from(prise.plus(BAIL));
        }

        void tenir(Collection<EnPartance> restent) {
            var maintenant = maintenant();
            if (restent.isEmpty() || maintenant.isBefore(prise.plus(TENIR_APRES))) {
                return;
            }
            var posee = posee();
            prise = maintenant;
            var tenus = Set.copyOf(base.sql("""
                            update courriel set prochain_essai = ?
                            where id = any (?) and etat = 'A_ENVOYER' and prochain_essai = ?
                            returning id
                            """)
                    .params(posee(), restent.stream().map(EnPartance::id).toArray(UUID[]::new), posee)
                    .query(UUID.class)
                    .list());
            restent.removeIf(courriel -> !tenus.contains(courriel.id()));
        }

        /** Comme la base le garde. */
        private Instant maintenant() {
            return horloge.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Parti, un courriel l'est pour tous les nœuds ; ce qu'un autre a repris, c'est lui qui dira ce qui l'a retenu. */
    private void noter(EnPartance courriel, Issue issue, Garde garde) {
        switch (issue) {
            case Issue.Parti() -> {
                acceptes.put(courriel.id(), horloge.instant());
                noterLesAcceptes();
            }
            case Issue.ARefaire(var erreur) when tropVieux(courriel) -> abandonner(courriel, erreur, garde);
            case Issue.ARefaire(var erreur) ->
                base.sql("""
                        update courriel set prochain_essai = ?, erreur = ?
                        where id = ? and etat = 'A_ENVOYER' and prochain_essai = ?
                        """)
                        .params(
                                Timestamp.from(horloge.instant().plus(attente(courriel))),
                                erreur,
                                courriel.id(),
                                garde.posee())
                        .update();
            case Issue.Impossible(var erreur) -> abandonner(courriel, erreur, garde);
        }
    }

    /** Avant toute réservation : elle reprendrait, le bail passé, ce qui est déjà parti. */
    private void noterLesAcceptes() {
        acceptes.forEach((id, le) -> {
            base.sql("""
                    update courriel set etat = 'ENVOYE', envoye_le = ?, corps_scelle = null, erreur = null
                    where id = ?
                    """).params(Timestamp.from(le), id).update();
            acceptes.remove(id);
        });
    }

    /** Le corps reste scellé : l'opérateur peut faire repartir le courriel. */
    private void abandonner(EnPartance courriel, String erreur, Garde garde) {
        var abandonnes =
                base.sql("""
                        update courriel set etat = 'ABANDONNE', erreur = ?
                        where id = ? and etat = 'A_ENVOYER' and prochain_essai = ?
                        """).params(erreur, courriel.id(), garde.posee()).update();
        if (abandonnes == 1) {
            JOURNAL.warn("Courriel {} abandonné après {} tentatives", courriel.id(), courriel.tentatives());
        }
    }

    private boolean tropVieux(EnPartance courriel) {
        return courriel.creeLe().plus(ABANDON).isBefore(horloge.instant());
    }

    private static Duration attente(EnPartance courriel) {
        var attente = PREMIERE_ATTENTE.multipliedBy(1L << Math.min(courriel.tentatives() - 1, 12));
        return attente.compareTo(ATTENTE_MAXIMALE) > 0 ? ATTENTE_MAXIMALE : attente;
    }

    @Configuration(proxyBeanMethods = false)
    static class EnFond {

        /** Un nœud sans travaux de fond n'envoie rien : la messagerie ne le concerne pas. */
        @Bean
        Sonde sondeDeLaMessagerie(Facteur facteur, @Value("${convergence.taches.actives:true}") boolean actives) {
            return new Sonde("messagerie", Duration.ofSeconds(30), () -> {
                if (actives) {
                    facteur.essayer();
                }
            });
        }

        @Bean
        Jauge courrielsEnAttente(JdbcClient base) {
            return new Jauge(
                    "courriels.en.attente",
                    "E-mails écrits et pas encore acceptés par le serveur SMTP",
                    () -> base.sql("select count(*) from courriel where etat = 'A_ENVOYER'")
                            .query(Long.class)
                            .single());
        }

        @Bean
        Boucle filDesCourriels(EnvoiDesCourriels envoi, @Value("${convergence.taches.actives:true}") boolean actives) {
            return envoi.boucle.siActives(actives);
        }
    }
}
