package fr.convergence.portail.dossier;

import fr.convergence.portail.compte.DossiersVivants;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.etablissement.CleCandidat;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dit aux comptes si un référent laisserait un dossier derrière lui. Une étape refusée ou close finit le sien. */
@Component
final class VieDesDossiers implements DossiersVivants {

    private static final String VIVANTS = """
            select d.id, d.guichet, d.guichet_version, e.code, e.etat, e.niveau
            from dossier d join dossier_etape e on e.dossier = d.id
            where d.referent = :referent and d.vivant
            """;

    private final JdbcClient base;
    private final Calendrier calendrier;

    VieDesDossiers(JdbcClient base, Calendrier calendrier) {
        this.base = base;
        this.calendrier = calendrier;
    }

    @Override
    public boolean de(UUID referent) {
        return dure(base.sql(VIVANTS).param("referent", referent));
    }

    @Override
    public boolean de(UUID referent, CleCandidat candidat) {
        return dure(base.sql(VIVANTS + " and d.candidat_type = :type and d.candidat = :candidat")
                .param("referent", referent)
                .param("type", candidat.type().name())
                .param("candidat", candidat.identifiant()));
    }

    private boolean dure(JdbcClient.StatementSpec dossiers) {
        var statuts = new HashMap<UUID, List<Statut>>();
        dossiers.query((ResultSet ligne) -> {
            statuts.computeIfAbsent(ligne.getObject("id", UUID.class), _ -> new ArrayList<>())
                    .add(calendrier.statut(
                            new Reference(ligne.getString("guichet"), ligne.getInt("guichet_version")),
                            ligne.getString("code"),
                            Statut.lire(ligne.getString("etat"), ligne.getString("niveau"))));
        });
        return statuts.values().stream().anyMatch(etapes -> !Statut.laisse(etapes));
    }
}
