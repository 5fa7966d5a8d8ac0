package fr.convergence.socle.journal;

import fr.convergence.socle.base.PlanDuMoment;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Retrouve des lignes du journal, toutes chaînes confondues, pour l'opérateur. */
@Component
public final class RechercheAuJournal {

    /**
     * Un critère absent n'en écarte aucune.
     *
     * @param sorte d'objets : {@link #DOSSIER}, ou ce qui précède « / » dans la chaîne
     * @param objet la chaîne : référence d'un dossier, « compte/{id} »
     * @param avant instant exclu
     */
    public record Criteres(
            Optional<String> sorte,
            Optional<String> objet,
            Optional<String> acteur,
            Optional<String> acte,
            Optional<Instant> depuis,
            Optional<Instant> avant) {}

    /** La chaîne d'un dossier est sa référence, sans rien devant. */
    public static final String DOSSIER = "dossier";

    private final JdbcClient base;

    RechercheAuJournal(DataSource source) {
        this.base = PlanDuMoment.sur(source);
    }

    /** De la plus récente à la plus ancienne, celles qui suivent {@code apres}. */
    public List<LigneDuJournal> chercher(Criteres criteres, @Nullable UUID apres, int lignes) {
        var requete = new StringBuilder("select id, chaine, rang, le, acteur, acte, detail from journal where true\n");
        criteres.sorte()
                .ifPresent(sorte -> requete.append(
                        sorte.equals(DOSSIER)
                                ? "and strpos(chaine, '/') = 0\n"
                                // Comme le dit l'index journal_par_sorte.
                                : "and strpos(chaine, '/') > 0 and split_part(chaine, '/', 1) = :sorte\n"));
        criteres.objet().ifPresent(_ -> requete.append("and chaine = :objet\n"));
        criteres.acteur().ifPresent(_ -> requete.append("and acteur = :acteur\n"));
        criteres.acte().ifPresent(_ -> requete.append("and acte = :acte\n"));
        criteres.depuis().ifPresent(_ -> requete.append("and le >= :depuis\n"));
        criteres.avant().ifPresent(_ -> requete.append("and le < :avant\n"));
        if (apres != null) {
            requete.append("and (le, id) < (select j.le, j.id from journal j where j.id = :apres)\n");
        }
        return base.sql(requete.append("order by le desc, id desc limit :lignes")
                        .toString())
                .param("sorte", criteres.sorte().orElse(""))
                .param("objet", criteres.objet().orElse(""))
                .param("acteur", criteres.acteur().orElse(""))
                .param("acte", criteres.acte().orElse(""))
                .param("depuis", criteres.depuis().map(Timestamp::from).orElse(null))
                .param("avant", criteres.avant().map(Timestamp::from).orElse(null))
                .param("apres", apres)
                .param("lignes", lignes)
                .query((ligne, _) -> LigneDuJournal.lire(ligne))
                .list();
    }
}
