package fr.convergence.portail.etablissement;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les GHT et les entités juridiques que désignent des mots de leur nom. */
@Component
public final class CandidatsParNom {

    /** Au-delà, il reste à taper un mot de plus. */
    private static final int LIMITE = 500;

    private final JdbcClient base;

    CandidatsParNom(JdbcClient base) {
        this.base = base;
    }

    /** Les identifiants de ceux, ouverts, dont le nom porte chaque mot de la saisie : cinq cents de chaque sorte au plus. */
    public List<String> de(String saisie) {
        var filtre = Filtre.de(saisie);
        return filtre.mots().isEmpty()
                ? List.of()
                : base.sql("""
                        (select code from etablissement_ght where ferme_le is null and %1$s limit %2$d)
                        union all
                        (select finess from etablissement_ej where ferme_le is null and %1$s limit %2$d)
                        """.formatted(filtre.condition("recherche"), LIMITE))
                        .query(String.class)
                        .list();
    }
}
