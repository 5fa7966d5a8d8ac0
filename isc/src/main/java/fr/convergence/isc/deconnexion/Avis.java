package fr.convergence.isc.deconnexion;

import fr.convergence.isc.client.Services;
import fr.convergence.isc.deconnexion.Participations.Participation;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.tache.Reveils;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les avis de déconnexion à remettre ; celui qu'un service ne prend pas se représente, de plus en plus tard, puis s'abandonne. */
@Component
class Avis {

    /** Un service qui redémarre en a le temps ; au-delà, ses jetons ont fini d'eux-mêmes. */
    static final List<Duration> REPRISES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    /** Plus que le temps d'en remettre un lot : un nœud mort ne les retient pas plus. */
    private static final Duration BAIL = Duration.ofMinutes(2);

    private static final Duration MEMOIRE = Duration.ofDays(7);

    record ARemettre(UUID id, UUID client, String session, String titulaire, int essais) {}

    private final JdbcClient base;
    private final Services services;
    private final Reveils reveils;
    private final Clock horloge;

    Avis(JdbcClient base, Services services, Reveils reveils, Clock horloge) {
        this.base = base;
        this.services = services;
        this.reveils = reveils;
        this.horloge = horloge;
    }

    void deposer(Participation finie) {
        if (services.un(finie.client())
                .filter(service -> service.regles().avisDeDeconnexion() != null)
                .isEmpty()) {
            return;
        }
        var maintenant = Timestamp.from(horloge.instant());
        base.sql("""
                insert into deconnexion_avis (id, client, session, titulaire, cree_le, prochain_le) values (?, ?, ?, ?, ?, ?)
                """)
                .params(Uuid.v7(), finie.client(), finie.session(), finie.titulaire(), maintenant, maintenant)
                .update();
        reveils.apresTransaction(RemettreLesAvis.TRAVAIL);
    }

    /** Réservés à qui les prend, le temps de les remettre. */
    List<ARemettre> prendre(int combien) {
        return base.sql("""
                update deconnexion_avis set essais = essais + 1, prochain_le = :bail
                where id in (
                    select id from deconnexion_avis where prochain_le <= :maintenant order by prochain_le
                    limit :combien for update skip locked)
                returning id, client, session, titulaire, essais
                """)
                .param("bail", Timestamp.from(horloge.instant().plus(BAIL)))
                .param("maintenant", Timestamp.from(horloge.instant()))
                .param("combien", combien)
                .query(ARemettre.class)
                .list();
    }

    void remis(UUID avis) {
        base.sql("update deconnexion_avis set remis_le = ?, prochain_le = null where id = ?")
                .params(Timestamp.from(horloge.instant()), avis)
                .update();
    }

    /** @return faux s'il ne se représentera plus */
    boolean reprendre(ARemettre avis) {
        if (avis.essais() > REPRISES.size()) {
            base.sql("update deconnexion_avis set prochain_le = null where id = ?")
                    .param(avis.id())
                    .update();
            return false;
        }
        var prochain = horloge.instant().plus(REPRISES.get(avis.essais() - 1));
        base.sql("update deconnexion_avis set prochain_le = ? where id = ?")
                .params(Timestamp.from(prochain), avis.id())
                .update();
        return true;
    }

    void purger() {
        base.sql("delete from deconnexion_avis where cree_le < ?")
                .param(Timestamp.from(horloge.instant().minus(MEMOIRE)))
                .update();
    }
}
