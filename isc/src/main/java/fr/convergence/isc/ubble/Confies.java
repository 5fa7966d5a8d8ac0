package fr.convergence.isc.ubble;

import fr.convergence.socle.tache.Reveils;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** La table de ce qui est confié à Ubble. */
@Component
class Confies {

    /** @param reference sa vérification chez lui ; nulle tant que sa réponse n'est pas arrivée */
    record Confie(UUID identite, String candidat, @Nullable String reference) {}

    private static final Duration REJEUX = Duration.ofDays(30);

    private final JdbcClient base;
    private final Reveils reveils;
    private final Clock horloge;

    Confies(JdbcClient base, Reveils reveils, Clock horloge) {
        this.base = base;
        this.reveils = reveils;
        this.horloge = horloge;
    }

    Optional<Confie> celui(UUID identite) {
        return base.sql("select identite, candidat, reference from ubble where identite = ?")
                .param(identite)
                .query(Confie.class)
                .optional();
    }

    void candidat(UUID identite, String candidat) {
        base.sql("insert into ubble (identite, candidat, creee_le) values (?, ?, ?) on conflict do nothing")
                .params(identite, candidat, Timestamp.from(horloge.instant()))
                .update();
    }

    void reference(UUID identite, String reference) {
        base.sql("update ubble set reference = ?, finie = false where identite = ?")
                .params(reference, identite)
                .update();
    }

    /** Elle est de nouveau à suivre : la personne y retourne. */
    void reprise(UUID identite) {
        base.sql("update ubble set finie = false where identite = ?")
                .param(identite)
                .update();
    }

    void finie(String reference) {
        base.sql("update ubble set finie = true where reference = ?")
                .param(reference)
                .update();
    }

    /** Les neuves et celles dont il vient de parler, puis la plus anciennement relevée. */
    List<String> aRelever(int lot) {
        return base.sql("""
                select reference from ubble where not finie and reference is not null
                order by relevee_le nulls first, identite limit ?
                """).param(lot).query(String.class).list();
    }

    /** Elle passe après les autres, qu'il réponde ou non. */
    void essayee(String reference) {
        base.sql("update ubble set relevee_le = ? where reference = ?")
                .params(Timestamp.from(horloge.instant()), reference)
                .update();
    }

    /** Un événement neuf hâte le passage ; déjà reçu, il ne fait rien. */
    @Transactional
    public void recevoir(String evenement, String reference) {
        var neuf = base.sql("insert into ubble_evenement (id, recu_le) values (?, ?) on conflict (id) do nothing")
                        .params(evenement, Timestamp.from(horloge.instant()))
                        .update()
                == 1;
        if (neuf) {
            base.sql("update ubble set relevee_le = null, finie = false where reference = ?")
                    .param(reference)
                    .update();
            reveils.apresTransaction(ReleverUbble.TACHE);
        }
    }

    /** Un événement ne se rejoue plus passé ce temps. */
    void oublierLesEvenements() {
        base.sql("delete from ubble_evenement where recu_le < ?")
                .param(Timestamp.from(horloge.instant().minus(REJEUX)))
                .update();
    }
}
