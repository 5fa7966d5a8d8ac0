package fr.convergence.socle.journal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les objets du dépôt qui sont des ancres : une pose interrompue se refait sous le même nom. */
@Component
public final class ObjetsDesAncres {

    /** Celles qu'une pose interrompue a rangées sans les inscrire : vingt millions de chaînes. */
    private static final int NON_INSCRITES = 1_000;

    private final JdbcClient base;

    ObjetsDesAncres(JdbcClient base) {
        this.base = base;
    }

    public Set<String> noms() {
        var derniere = base.sql("select coalesce(max(numero), 0) from journal_ancre")
                .query(Long.class)
                .single();
        return LongStream.rangeClosed(1, derniere + NON_INSCRITES)
                .mapToObj(DepotDesAncres::nom)
                .collect(Collectors.toUnmodifiableSet());
    }
}
