package fr.convergence.isc.deconnexion;

import fr.convergence.isc.client.Services;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Où chaque session est allée, le temps qu'elle dure. */
@Component
public final class Participations {

    /** Plus qu'aucune session ne dure (CNX-7). */
    private static final Duration MEMOIRE = Duration.ofDays(1);

    record Participation(UUID client, String session, String titulaire) {}

    private final JdbcClient base;
    private final Services services;
    private final Clock horloge;

    Participations(JdbcClient base, Services services, Clock horloge) {
        this.base = base;
        this.services = services;
        this.horloge = horloge;
    }

    /**
     * Un code vient d'être donné à ce service pour cette session.
     *
     * @param ouverte la session d'ici ; si la personne s'est reconnectée, c'en est une autre que celle des services d'avant
     */
    public void noter(String session, Optional<UUID> ouverte, String clientId, String titulaire) {
        var service = services.designe(clientId);
        if (service.isEmpty()) {
            return;
        }
        base.sql("""
                insert into deconnexion_participation (session, client, titulaire, vue_le) values (?, ?, ?, ?)
                on conflict (session, client) do update set vue_le = excluded.vue_le
                """)
                .params(session, service.get().id(), titulaire, Timestamp.from(horloge.instant()))
                .update();
        ouverte.ifPresent(id -> base.sql("update deconnexion_participation set ouverte = ? where session = ?")
                .params(id, session)
                .update());
    }

    List<Participation> finir(String session) {
        return base.sql("delete from deconnexion_participation where session = ? returning client, session, titulaire")
                .param(session)
                .query(Participation.class)
                .list();
    }

    /** @param restent les sessions de ce compte qui durent encore */
    List<Participation> finirLesAutres(UUID titulaire, List<UUID> restent) {
        return base.sql("""
                delete from deconnexion_participation where titulaire = ? and ouverte <> all(?)
                returning client, session, titulaire
                """)
                .params(titulaire.toString(), restent.toArray(UUID[]::new))
                .query(Participation.class)
                .list();
    }

    void purger() {
        base.sql("delete from deconnexion_participation where vue_le < ?")
                .param(Timestamp.from(horloge.instant().minus(MEMOIRE)))
                .update();
    }
}
