package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Reference;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les versions publiées, telles qu'elles sont gardées : leur forme canonique et son empreinte. */
@Component
final class VersionsPubliees {

    /** Une version gardée. */
    record Version(String code, int version, String empreinte, String canonique) {}

    private final JdbcClient base;

    VersionsPubliees(JdbcClient base) {
        this.base = base;
    }

    Optional<Version> formulaire(Reference reference) {
        return base.sql(
                        "select code, version, empreinte, canonique from guichet_formulaire where code = ? and version = ?")
                .params(reference.code(), reference.version())
                .query(Version.class)
                .optional();
    }

    List<Version> formulaires(String code) {
        return base.sql(
                        "select code, version, empreinte, canonique from guichet_formulaire where code = ? order by version")
                .param(code)
                .query(Version.class)
                .list();
    }

    Optional<Version> guichet(Reference reference) {
        return base.sql(
                        "select code, version, empreinte, canonique from guichet_version where code = ? and version = ?")
                .params(reference.code(), reference.version())
                .query(Version.class)
                .optional();
    }

    List<Reference> guichets() {
        return base.sql("select code, version from guichet_version order by code, version")
                .query(Reference.class)
                .list();
    }

    /** La dernière version de chaque guichet, par code. */
    List<Reference> enVigueur() {
        return base.sql("select code, max(version) as version from guichet_version group by code order by code")
                .query(Reference.class)
                .list();
    }

    /**
     * Faux quand un autre nœud vient de garder cette version.
     *
     * @param source le texte dont elle vient, pour qui voudra le reprendre
     */
    boolean garderFormulaire(Version version, String source, Instant le) {
        return base.sql("""
                        insert into guichet_formulaire (code, version, empreinte, canonique, source, publie_le)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """).params(valeurs(version, source, le)).update() == 1;
    }

    boolean garderGuichet(Version version, String source, Instant le) {
        return base.sql("""
                        insert into guichet_version (code, version, empreinte, canonique, source, publie_le)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """).params(valeurs(version, source, le)).update() == 1;
    }

    private static Object[] valeurs(Version version, String source, Instant le) {
        return new Object[] {
            version.code(), version.version(), version.empreinte(), version.canonique(), source, Timestamp.from(le)
        };
    }
}
