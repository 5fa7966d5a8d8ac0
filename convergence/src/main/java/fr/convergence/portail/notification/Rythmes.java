package fr.convergence.portail.notification;

import fr.convergence.socle.courriel.Regroupement;
import fr.convergence.socle.courriel.Retenus;
import fr.convergence.socle.tache.Reveils;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ce que chacun de l'équipe a choisi. */
@Component
class Rythmes implements Regroupement {

    private final JdbcClient base;
    private final Retenus retenus;
    private final Reveils reveils;
    private final Clock horloge;

    Rythmes(JdbcClient base, Retenus retenus, Reveils reveils, Clock horloge) {
        this.base = base;
        this.retenus = retenus;
        this.reveils = reveils;
        this.horloge = horloge;
    }

    Rythme de(UUID compte) {
        return base.sql("select rythme from notification_rythme where compte = ?")
                .param(compte)
                .query(String.class)
                .optional()
                .map(Rythme::valueOf)
                .orElse(Rythme.AUSSITOT);
    }

    /** Ce qui attendait une heure plus lointaine part à celle du nouveau choix. */
    @Transactional
    public void choisir(UUID compte, Rythme rythme) {
        var maintenant = horloge.instant();
        base.sql("""
                insert into notification_rythme (compte, rythme, depuis) values (:compte, :rythme, :le)
                on conflict (compte) do update set rythme = excluded.rythme, depuis = excluded.depuis
                where notification_rythme.rythme <> excluded.rythme
                """)
                .param("compte", compte)
                .param("rythme", rythme.name())
                .param("le", Timestamp.from(maintenant))
                .update();
        retenus.avancer(compte, rythme.depart(maintenant));
        reveils.apresTransaction(TachesDeNotification.RECAPITULATIFS);
    }

    /** Tenu jusqu'à la fin de l'acte : qui change de choix pendant ce temps l'attend, et avance ce qu'il a écrit. */
    @Override
    public Map<String, Attente> attentes(Collection<String> adresses) {
        var maintenant = horloge.instant();
        var attentes = new HashMap<String, Attente>();
        base.sql("""
                select e.courriel, r.compte, r.rythme
                from notification_rythme r join vue_notification_equipe e on e.id = r.compte
                where r.rythme <> :aussitot and e.courriel = any (:adresses)
                for share of r
                """)
                .param("aussitot", Rythme.AUSSITOT.name())
                .param("adresses", adresses.toArray(String[]::new))
                .query(ligne -> {
                    attentes.put(
                            ligne.getString("courriel"),
                            new Attente(
                                    ligne.getObject("compte", UUID.class),
                                    Rythme.valueOf(ligne.getString("rythme")).depart(maintenant)));
                });
        return attentes;
    }
}
