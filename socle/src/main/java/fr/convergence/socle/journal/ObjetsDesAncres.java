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
        return noms(1, inscrites() + NON_INSCRITES);
    }

    /** Celles qui peuvent encore être récrites : une ancre inscrite ne se pose plus. */
    public Set<String> nonInscrites() {
        var inscrites = inscrites();
        return noms(inscrites + 1, inscrites + NON_INSCRITES);
    }

    private long inscrites() {
        return base.sql("select coalesce(max(numero), 0) from journal_ancre")
                .query(Long.class)
                .single();
    }

    private static Set<String> noms(long premiere, long derniere) {
        return LongStream.rangeClosed(premiere, derniere)
                .mapToObj(DepotDesAncres::nom)
                .collect(Collectors.toUnmodifiableSet());
    }
}
