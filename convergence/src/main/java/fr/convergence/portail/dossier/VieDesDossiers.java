package fr.convergence.portail.dossier;

import fr.convergence.portail.compte.DossiersVivants;
import fr.convergence.portail.etablissement.CleCandidat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dit aux comptes si un référent laisserait un dossier derrière lui. Une étape refusée ou close finit le sien. */
@Component
final class VieDesDossiers implements DossiersVivants {

    private static final String EXISTE = """
            select exists (
                select from dossier d
                where d.referent = :referent and d.vivant
                and not exists (select from dossier_etape e where e.dossier = d.id and e.etat in ('REFUSEE', 'CLOSE'))
            """;

    private final JdbcClient base;

    VieDesDossiers(JdbcClient base) {
        this.base = base;
    }

    @Override
    public boolean de(UUID referent) {
        return base.sql(EXISTE + ")")
                .param("referent", referent)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean de(UUID referent, CleCandidat candidat) {
        return base.sql(EXISTE + "and d.candidat_type = :type and d.candidat = :candidat)")
                .param("referent", referent)
                .param("type", candidat.type().name())
                .param("candidat", candidat.identifiant())
                .query(Boolean.class)
                .single();
    }
}
