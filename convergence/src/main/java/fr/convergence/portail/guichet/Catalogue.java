package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tout ce qui fut publié, version par version, et le texte qui l'a été : ce que l'opérateur relit et reprend. */
@Component
public final class Catalogue {

    /** Une version et l'instant où elle le devint. */
    public record Publiee(String code, int version, Instant publieLe) {

        public Reference reference() {
            return new Reference(code, version);
        }
    }

    private record Texte(String canonique, @Nullable String source) {

        /** Ce qui fut publié avant que le texte se garde se relit de sa forme canonique, qui est aussi du YAML. */
        String lisible() {
            return source == null ? Document.lisible(canonique) : source;
        }
    }

    private final JdbcClient base;

    Catalogue(JdbcClient base) {
        this.base = base;
    }

    /** Par code, la dernière version d'abord. */
    public List<Publiee> guichets() {
        return base.sql("select code, version, publie_le from guichet_version order by code, version desc")
                .query(Publiee.class)
                .list();
    }

    public List<Publiee> formulaires() {
        return base.sql("select code, version, publie_le from guichet_formulaire order by code, version desc")
                .query(Publiee.class)
                .list();
    }

    public Optional<String> texteDuGuichet(Reference reference) {
        return base.sql("select canonique, source from guichet_version where code = ? and version = ?")
                .params(reference.code(), reference.version())
                .query(Texte.class)
                .optional()
                .map(Texte::lisible);
    }

    public Optional<String> texteDuFormulaire(Reference reference) {
        return base.sql("select canonique, source from guichet_formulaire where code = ? and version = ?")
                .params(reference.code(), reference.version())
                .query(Texte.class)
                .optional()
                .map(Texte::lisible);
    }
}
