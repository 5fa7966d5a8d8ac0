package fr.convergence.portail.recherche;

import fr.convergence.socle.tache.Tranche;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Retrouve ce qui a échappé à l'index : ce fut transmis avant lui, ou par un nœud qui l'ignore. Des millions de dossiers ne se
 * regardent pas d'un coup : chaque tranche reprend où la précédente s'est arrêtée, sur quelque nœud que ce soit.
 */
@Component
final class ParcoursDesDossiers {

    /** Un dixième de seconde quand rien n'est en mémoire. */
    private static final int LOT = 1_000;

    private final DossiersARelire aRelire;
    private final JdbcClient base;
    private final int lot;

    @Autowired
    ParcoursDesDossiers(DossiersARelire aRelire, JdbcClient base) {
        this(aRelire, base, LOT);
    }

    ParcoursDesDossiers(DossiersARelire aRelire, JdbcClient base, int lot) {
        this.aRelire = aRelire;
        this.base = base;
        this.lot = lot;
    }

    /** @return faux au bout du parcours : le suivant repart du premier dossier */
    boolean avancer(Tranche tranche) {
        var dernier = aRelire.marquerApres(dernier(), lot);
        while (dernier.isPresent() && !tranche.finie()) {
            dernier = aRelire.marquerApres(dernier.get(), lot);
        }
        retenir(dernier);
        return dernier.isPresent();
    }

    private UUID dernier() {
        return base.sql("select dernier from recherche_parcours")
                .query(UUID.class)
                .optional()
                .orElse(DossiersARelire.PREMIER);
    }

    private void retenir(Optional<UUID> dernier) {
        base.sql("""
                insert into recherche_parcours (dernier) values (?)
                on conflict (seul) do update set dernier = excluded.dernier
                """).param(dernier.orElse(DossiersARelire.PREMIER)).update();
    }
}
