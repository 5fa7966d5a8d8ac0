package fr.convergence.portail.registre;

import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.RapportImport.Rejet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Les imports du référentiel, pour l'opérateur : ce que chacun a changé, ou changerait. */
@Component
public class HistoriqueDesImports {

    /** Comment a fini un import ; {@code EN_COURS} ne se voit que de l'import lui-même. */
    public enum Issue {
        EN_COURS,
        IMPORTE,
        A_CONFIRMER,
        REFUSE,
        ABANDONNE
    }

    /**
     * @param motif pourquoi rien n'a changé, ou ce qu'il faut regarder avant de confirmer
     * @param dateDonnees celle que le fichier dit de ses données, quand il la dit
     * @param rejets lignes écartées, toutes comptées
     */
    public record ImportPasse(
            UUID id,
            String fichier,
            Instant commenceLe,
            Issue issue,
            @Nullable String motif,
            @Nullable LocalDate dateDonnees,
            long rejets) {}

    private static final String COLONNES =
            "select id, fichier, commence_le, issue, motif, date_donnees, rejets from etablissement_import ";

    private final JdbcClient sql;
    private final Imports imports;

    HistoriqueDesImports(JdbcClient sql) {
        this.sql = sql;
        this.imports = new Imports(sql);
    }

    /** Du plus récent au plus ancien, ceux qui suivent {@code apres}. */
    public List<ImportPasse> recents(@Nullable UUID apres, int lignes) {
        return sql.sql(COLONNES + "where cast(:apres as uuid) is null or id < :apres order by id desc limit :lignes")
                .param("apres", apres)
                .param("lignes", lignes)
                .query(HistoriqueDesImports::lire)
                .list();
    }

    public Optional<ImportPasse> un(UUID id) {
        return sql.sql(COLONNES + "where id = ?")
                .param(id)
                .query(HistoriqueDesImports::lire)
                .optional();
    }

    /** Ce qu'il a ajouté, modifié, fermé, ou le ferait ; vide pour un fichier refusé. */
    public Map<Objet, Compte> comptes(UUID id) {
        var comptes = new EnumMap<Objet, Compte>(Objet.class);
        sql.sql("select objet, ajoutes, modifies, fermes from etablissement_import_compte where import_id = ?")
                .param(id)
                .query(ligne -> {
                    comptes.put(
                            Objet.valueOf(ligne.getString("objet")),
                            new Compte(ligne.getLong("ajoutes"), ligne.getLong("modifies"), ligne.getLong("fermes")));
                });
        return comptes;
    }

    /** Les lignes écartées, et pourquoi : les dix mille premières au plus. */
    public List<Rejet> rejets(UUID id) {
        return imports.rejets(id);
    }

    /** L'opérateur renonce à un import qu'il n'a pas confirmé. */
    public void abandonner(UUID id) {
        sql.sql("update etablissement_import set issue = 'ABANDONNE' where id = ? and issue = 'A_CONFIRMER'")
                .param(id)
                .update();
    }

    /** Note qu'un fichier n'a pas pu être importé, pour une cause qui n'est pas en lui. */
    @Transactional
    public void refuser(UUID id, String fichier, Instant le, String motif) {
        imports.refuser(id, fichier, le, motif);
    }

    private static ImportPasse lire(ResultSet ligne, int rang) throws SQLException {
        return new ImportPasse(
                ligne.getObject("id", UUID.class),
                ligne.getString("fichier"),
                ligne.getTimestamp("commence_le").toInstant(),
                Issue.valueOf(ligne.getString("issue")),
                ligne.getString("motif"),
                ligne.getObject("date_donnees", LocalDate.class),
                ligne.getLong("rejets"));
    }
}
