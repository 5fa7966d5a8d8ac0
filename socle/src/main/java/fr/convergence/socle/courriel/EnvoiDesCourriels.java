package fr.convergence.socle.courriel;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.sonde.Sonde;
import fr.convergence.socle.tache.Boucle;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
 * <p>Une panne entre l'envoi et la note fait repartir le message avec le même Message-ID, que les boîtes dédoublonnent.
 */
@Component
final class EnvoiDesCourriels {

    /** Un courriel réservé par ce nœud. */
    record Reserve(UUID id, String destinataire, String objet, byte[] corpsScelle, int tentatives, Instant creeLe) {}

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
    private static final Duration BAIL = Duration.ofMinutes(2);

    /** Ce qu'un courriel peut prendre est borné par les délais du facteur ; il faut que le bail dure encore autant. */
    private static final Duration TENIR_APRES = Duration.ofSeconds(10);

    private static final Duration ABANDON = Duration.ofHours(24);
    private static final Duration PREMIERE_ATTENTE = Duration.ofSeconds(10);
    private static final Duration ATTENTE_MAXIMALE = Duration.ofHours(1);

    private final JdbcClient base;
    private final Lettres lettres;
    private final Facteur facteur;
    private final Coffre coffre;
    private final Clock horloge;
    private final Boucle boucle = new Boucle("courriels", SCRUTATION, this::envoyerUnLot);

    EnvoiDesCourriels(JdbcClient base, Lettres lettres, Facteur facteur, Coffre coffre, Clock horloge) {
        this.base = base;
        this.lettres = lettres;
        this.facteur = facteur;
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
        var resteDesLettres = lettres.distribuer();
        var bail = new Bail(horloge.instant());
        var lot = reserver();
        facteur.tournee(
                lot, corps -> coffre.ouvrir(corps.corpsScelle(), contexte(corps.id())), bail::tenir, this::noter);
        return resteDesLettres || lot.size() == LOT;
    }

    private List<Reserve> reserver() {
        var maintenant = horloge.instant();
        return base.sql("""
                update courriel set tentatives = tentatives + 1, prochain_essai = :bail
                where id in (
                    select id from courriel
                    where etat = 'A_ENVOYER' and prochain_essai <= :maintenant
                    order by prochain_essai limit :lot
                    for update skip locked)
                returning id, destinataire, objet, corps_scelle, tentatives, cree_le
                """)
                .param("bail", Timestamp.from(maintenant.plus(BAIL)))
                .param("maintenant", Timestamp.from(maintenant))
                .param("lot", LOT)
                .query((ligne, rang) -> new Reserve(
                        ligne.getObject("id", UUID.class),
                        ligne.getString("destinataire"),
                        ligne.getString("objet"),
                        ligne.getBytes("corps_scelle"),
                        ligne.getInt("tentatives"),
                        ligne.getTimestamp("cree_le").toInstant()))
                .list();
    }

    /** Un serveur lent fait durer la tournée plus que son bail : ce qui reste se tient de nouveau, ou un autre nœud l'enverrait. */
    private final class Bail {

        private Instant pris;

        Bail(Instant pris) {
            this.pris = pris;
        }

        void tenir(Collection<Reserve> restent) {
            var maintenant = horloge.instant();
            if (maintenant.isBefore(pris.plus(TENIR_APRES))) {
                return;
            }
            base.sql("update courriel set prochain_essai = ? where id = any (?) and etat = 'A_ENVOYER'")
                    .params(
                            Timestamp.from(maintenant.plus(BAIL)),
                            restent.stream().map(Reserve::id).toArray(UUID[]::new))
                    .update();
            pris = maintenant;
        }
    }

    private void noter(Reserve courriel, Issue issue) {
        switch (issue) {
            case Issue.Parti() ->
                base.sql("""
                        update courriel set etat = 'ENVOYE', envoye_le = ?, corps_scelle = null, erreur = null
                        where id = ?
                        """)
                        .params(Timestamp.from(horloge.instant()), courriel.id())
                        .update();
            case Issue.ARefaire(var erreur) when tropVieux(courriel) -> abandonner(courriel, erreur);
            case Issue.ARefaire(var erreur) ->
                base.sql("update courriel set prochain_essai = ?, erreur = ? where id = ? and etat = 'A_ENVOYER'")
                        .params(Timestamp.from(horloge.instant().plus(attente(courriel))), erreur, courriel.id())
                        .update();
            case Issue.Impossible(var erreur) -> abandonner(courriel, erreur);
        }
    }

    /** Le corps reste scellé : l'opérateur peut faire repartir le courriel. */
    private void abandonner(Reserve courriel, String erreur) {
        JOURNAL.warn("Courriel {} abandonné après {} tentatives", courriel.id(), courriel.tentatives());
        base.sql("update courriel set etat = 'ABANDONNE', erreur = ? where id = ? and etat = 'A_ENVOYER'")
                .params(erreur, courriel.id())
                .update();
    }

    private boolean tropVieux(Reserve courriel) {
        return courriel.creeLe().plus(ABANDON).isBefore(horloge.instant());
    }

    private static Duration attente(Reserve courriel) {
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
        Boucle filDesCourriels(EnvoiDesCourriels envoi, @Value("${convergence.taches.actives:true}") boolean actives) {
            return envoi.boucle.siActives(actives);
        }
    }
}
