package fr.convergence.socle.session;

import fr.convergence.socle.chiffrement.Empreintes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les sessions ouvertes d'un compte, sur tous les nœuds (CNX-5). */
@Component
public final class Sessions {

    /** Attribut de session : navigateur et système, en clair pour le titulaire. */
    public static final String APPAREIL = "session.appareil";

    /** De quoi le dernier accès écrit peut retarder sur le vrai : la durée de la session le compte en plus. */
    public static final Duration RETARD = Duration.ofMinutes(1);

    private final JdbcClient base;
    private final SessionsEnBase depot;
    private final Empreintes empreintes;
    private final ApplicationEventPublisher faits;

    Sessions(
            JdbcClient base,
            SessionsEnBase depot,
            @Qualifier("empreintesDesSessions") Empreintes empreintes,
            ApplicationEventPublisher faits) {
        this.base = base;
        this.depot = depot;
        this.empreintes = empreintes;
        this.faits = faits;
    }

    /** De la dernière employée à la plus ancienne. */
    public List<SessionOuverte> de(UUID compte, String courante) {
        return base.sql("""
                select s.id, s.ouverte_le, s.vue_le, s.empreinte = any(:courante) as courante, a.valeur as appareil
                from session_ouverte s left join session_attribut a on a.session = s.id and a.nom = :appareil
                where s.titulaire = :compte and s.vue_le + s.duree * interval '1 s' > now()
                order by s.vue_le desc
                """)
                .param("courante", empreintes.possibles(courante))
                .param("appareil", APPAREIL)
                .param("compte", compte)
                .query((ligne, _) -> {
                    var id = ligne.getObject("id", UUID.class);
                    return new SessionOuverte(
                            id.toString(),
                            depot.ouvrir(id, APPAREIL, ligne.getBytes("appareil"))
                                    .map(Object::toString)
                                    .orElse(""),
                            ligne.getTimestamp("ouverte_le").toInstant(),
                            ligne.getTimestamp("vue_le").toInstant(),
                            ligne.getBoolean("courante"));
                })
                .list();
    }

    /** Termine une session du compte, désignée par la référence de {@link SessionOuverte}. */
    public boolean terminer(UUID compte, String reference) {
        var terminee = ligne(reference)
                .filter(ligne -> base.sql("delete from session_ouverte where titulaire = ? and id = ?")
                                .params(compte, ligne)
                                .update()
                        == 1)
                .isPresent();
        if (terminee) {
            faits.publishEvent(new SessionsTerminees(compte));
        }
        return terminee;
    }

    private static Optional<UUID> ligne(String reference) {
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Termine toutes les sessions du compte, sauf celle-ci. */
    public void terminerLesAutres(UUID compte, String courante) {
        base.sql("delete from session_ouverte where titulaire = ? and empreinte <> all(?)")
                .params(compte, empreintes.possibles(courante))
                .update();
        faits.publishEvent(new SessionsTerminees(compte));
    }

    public void terminerToutes(UUID compte) {
        base.sql("delete from session_ouverte where titulaire = ?")
                .param(compte)
                .update();
        faits.publishEvent(new SessionsTerminees(compte));
    }

    /** Ce qui désigne cette session, sans permettre de s'en servir. */
    public Optional<UUID> reference(String courante) {
        return base.sql("select id from session_ouverte where empreinte = any(?)")
                .param(empreintes.possibles(courante))
                .query(UUID.class)
                .optional();
    }

    /** Celles qui restent à ce compte. */
    public List<UUID> references(UUID compte) {
        return base.sql("select id from session_ouverte where titulaire = ?")
                .param(compte)
                .query(UUID.class)
                .list();
    }

    /** Efface celles que plus rien ne rouvrira. */
    int purger() {
        return base.sql("delete from session_ouverte where vue_le + duree * interval '1 s' <= now()")
                .update();
    }
}
