package fr.convergence.isc.capture;

import fr.convergence.isc.capture.OrdinateurPage.Avancement;
import fr.convergence.isc.identite.TypeDeDocument;
import fr.convergence.isc.identite.Verification;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Où en sont les téléphones, dit aux ordinateurs qui les suivent : une lecture par seconde pour tous ceux de ce nœud, quel que
 * soit celui où le téléphone écrit. Un navigateur parti ne se voit qu'au battement suivant.
 */
@Component
class AvancementDirect {

    private static final Logger TRACES = LoggerFactory.getLogger(AvancementDirect.class);

    /** Au-delà, la page demande elle-même : les fils et la mémoire du nœud sont à tous. */
    private static final int SUIVIS_MAX = 500;

    private static final Duration DUREE = Duration.ofMinutes(5);
    private static final int BATTEMENT = 15;

    /** Un ordinateur qui suit, et ce qu'il sait. */
    private static final class Suivi {
        private final SseEmitter flux;
        private String dit;

        private Suivi(SseEmitter flux, String dit) {
            this.flux = flux;
            this.dit = dit;
        }
    }

    private final JdbcClient base;
    private final Clock horloge;
    private final Map<UUID, Set<Suivi>> suivis = new ConcurrentHashMap<>();
    private final AtomicInteger nombre = new AtomicInteger();
    private final ScheduledExecutorService fil = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("suivi-identite").factory());
    private int tour;

    AvancementDirect(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
        fil.scheduleWithFixedDelay(this::passer, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void arreter() {
        fil.shutdownNow();
        suivis.values().forEach(tous -> tous.forEach(suivi -> suivi.flux.complete()));
    }

    Avancement de(UUID verification) {
        return lire(Set.of(verification)).getOrDefault(verification, Avancement.AUCUN);
    }

    /** Vrai tant que la personne a quelque chose à faire, et du temps pour le faire. */
    boolean attend(Verification verification) {
        return verification.etat().attendLaPersonne() && verification.expireLe().isAfter(horloge.instant());
    }

    /** Vide quand ce nœud en suit déjà trop. */
    Optional<SseEmitter> suivre(UUID verification) {
        if (nombre.incrementAndGet() > SUIVIS_MAX) {
            nombre.decrementAndGet();
            return Optional.empty();
        }
        var flux = new SseEmitter(DUREE.toMillis());
        var suivi = new Suivi(flux, "");
        flux.onCompletion(() -> oublier(verification, suivi));
        flux.onTimeout(flux::complete);
        suivis.compute(verification, (_, tous) -> {
            var ensemble = tous == null ? ConcurrentHashMap.<Suivi>newKeySet() : tous;
            ensemble.add(suivi);
            return ensemble;
        });
        return Optional.of(flux);
    }

    private void oublier(UUID verification, Suivi suivi) {
        suivis.computeIfPresent(verification, (_, tous) -> {
            if (tous.remove(suivi)) {
                nombre.decrementAndGet();
            }
            return tous.isEmpty() ? null : tous;
        });
    }

    private void passer() {
        if (suivis.isEmpty()) {
            return;
        }
        tour++;
        try {
            var lus = lire(suivis.keySet());
            suivis.forEach((verification, tous) -> {
                var avancement = lus.get(verification);
                tous.forEach(suivi -> dire(suivi, (avancement == null ? Avancement.AUCUN : avancement).dit()));
            });
        } catch (DataAccessException panne) {
            TRACES.warn("Suivi des vérifications : la base ne répond pas, repris dans une seconde", panne);
        }
    }

    /** Un flux rompu est fermé : Spring prévient alors qui le suivait. */
    private void dire(Suivi suivi, String dit) {
        try {
            if (!dit.equals(suivi.dit)) {
                suivi.flux.send(SseEmitter.event().data(dit));
                suivi.dit = dit;
            } else if (tour % BATTEMENT == 0) {
                suivi.flux.send(SseEmitter.event().comment(""));
            }
        } catch (IOException | IllegalStateException rompu) {
            suivi.flux.completeWithError(rompu);
        }
    }

    private Map<UUID, Avancement> lire(Collection<UUID> verifications) {
        var lus = new HashMap<UUID, Avancement>();
        base.sql("""
                select v.id, v.etat, v.etat_depuis, v.document,
                    (select count(*) from vue_identite_sequence s where s.identite = v.id and s.recue) as faites
                from vue_identite v where v.id = any (?)
                """)
                .param(verifications.toArray(UUID[]::new))
                .query((ligne, _) -> lus.put(ligne.getObject("id", UUID.class), lire(ligne)))
                .list();
        return lus;
    }

    private static Avancement lire(ResultSet ligne) throws SQLException {
        var document = ligne.getString("document");
        var toutes = document == null
                ? 0
                : TypeDeDocument.valueOf(document).sequences().size();
        return new Avancement(
                ligne.getString("etat"),
                ligne.getInt("faites"),
                toutes,
                ligne.getTimestamp("etat_depuis").getTime());
    }
}
