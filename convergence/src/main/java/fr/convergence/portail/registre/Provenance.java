package fr.convergence.portail.registre;

import fr.convergence.socle.identifiant.CodeGht;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** D'où viennent les données du référentiel : ce que la Licence Ouverte demande de dire à qui les lit. */
@Component
public final class Provenance {

    /**
     * Le dernier fichier importé.
     *
     * @param donneesDu la date que le fichier dit de ses données, quand il la dit
     * @param invente vrai d'un fichier d'essai, qui ne vient d'aucun répertoire
     */
    public record Extrait(
            String fichier, Instant importeLe, @Nullable LocalDate donneesDu, boolean invente) {}

    private final JdbcClient sql;

    Provenance(JdbcClient sql) {
        this.sql = sql;
    }

    /** Absent tant que rien n'est importé. */
    public Optional<Extrait> extrait() {
        return sql.sql("""
                select fichier, commence_le as importe_le, date_donnees as donnees_du, coalesce(format, '') as format
                from etablissement_import
                where issue = 'IMPORTE' order by commence_le desc, id limit 1
                """)
                .query((ligne, rang) -> new Extrait(
                        ligne.getString("fichier"),
                        ligne.getTimestamp("importe_le").toInstant(),
                        ligne.getObject("donnees_du", LocalDate.class),
                        ligne.getString("format").equals(FormatDuRegistre.DOSSIER_D_ESSAI.name())))
                .optional();
    }

    /** Vrai quand aucune liste officielle ne dit toute la composition de ce groupement. */
    public boolean deduite(CodeGht ght) {
        return sql.sql("""
                select exists (
                    select 1 from etablissement_ght_membre where code_ght = ? and retire_le is null and deduite)
                """).param(ght.valeur()).query(Boolean.class).single();
    }
}
