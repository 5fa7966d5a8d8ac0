package fr.convergence.portail.convention;

import fr.convergence.portail.convention.PreuveImprimee.Fait;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ce qui s'est passé par le lien de chaque signataire, dans l'ordre. */
@Component
final class TracesDeSignature {

    private final JdbcClient base;
    private final Clock horloge;

    TracesDeSignature(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    void noter(UUID convention, Fait fait, String adresse) {
        base.sql("insert into convention_trace (convention, le, fait, adresse) values (?, ?, ?, ?)")
                .params(convention, Timestamp.from(horloge.instant()), fait.name(), adresse)
                .update();
    }

    /** Un lien s'ouvre souvent plusieurs fois du même endroit : la première seule se note. */
    void noterUneFois(UUID convention, Fait fait, String adresse) {
        base.sql("""
                insert into convention_trace (convention, le, fait, adresse)
                select :convention, :le, :fait, :adresse
                where not exists (
                    select from convention_trace where convention = :convention and fait = :fait and adresse = :adresse)
                """)
                .param("convention", convention)
                .param("le", Timestamp.from(horloge.instant()))
                .param("fait", fait.name())
                .param("adresse", adresse)
                .update();
    }

    List<PreuveImprimee.Trace> de(UUID convention) {
        return base.sql("select le, fait, adresse from convention_trace where convention = ? order by le")
                .param(convention)
                .query((ligne, _) -> new PreuveImprimee.Trace(
                        ligne.getTimestamp("le").toInstant(),
                        Fait.valueOf(ligne.getString("fait")),
                        ligne.getString("adresse")))
                .list();
    }
}
