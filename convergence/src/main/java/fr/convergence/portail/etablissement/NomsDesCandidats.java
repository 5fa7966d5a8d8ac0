package fr.convergence.portail.etablissement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.convergence.portail.denomination.Denomination;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comment se nomment des candidats, lus d'un coup et retenus une minute. */
final class NomsDesCandidats {

    private static final int RETENUS = 10_000;

    private final JdbcClient sql;

    private final Cache<CleCandidat, Nomme> retenus = Caffeine.newBuilder()
            .expireAfterWrite(Etablissements.FRAICHEUR)
            .maximumSize(RETENUS)
            .executor(Runnable::run)
            .build();

    NomsDesCandidats(JdbcClient sql) {
        this.sql = sql;
    }

    record Nomme(String denomination, boolean ouvert) {}

    /** Dans l'ordre où ils sont demandés ; ceux que le registre ne connaît pas n'y sont pas. */
    Map<CleCandidat, String> de(List<CleCandidat> cles, Predicate<Nomme> voulus) {
        var connus = retenus.getAll(cles, this::lire);
        var ranges = new LinkedHashMap<CleCandidat, String>();
        cles.forEach(cle -> Optional.ofNullable(connus.get(cle))
                .filter(voulus)
                .ifPresent(connu -> ranges.put(cle, connu.denomination())));
        return ranges;
    }

    void oublier() {
        retenus.invalidateAll();
    }

    private Map<CleCandidat, Nomme> lire(Set<? extends CleCandidat> cles) {
        var connus = new HashMap<String, Nomme>();
        sql.sql("""
                select g.code as identifiant, g.nom, e.raison_sociale, e.commune, g.ferme_le is null as ouvert
                from etablissement_ght g join etablissement_ej e on e.finess = g.finess_support
                where g.code = any (:identifiants)
                union all
                select finess, null, raison_sociale, commune, ferme_le is null from etablissement_ej
                where finess = any (:identifiants)""")
                .param(
                        "identifiants",
                        cles.stream().map(CleCandidat::identifiant).toArray(String[]::new))
                .query((ResultSet ligne) -> {
                    connus.put(
                            Etablissements.texte(ligne, "identifiant"),
                            new Nomme(denomination(ligne), ligne.getBoolean("ouvert")));
                });
        var noms = new HashMap<CleCandidat, Nomme>();
        cles.stream()
                .filter(cle -> connus.containsKey(cle.identifiant()))
                .forEach(cle -> noms.put(cle, connus.get(cle.identifiant())));
        return noms;
    }

    private static String denomination(ResultSet ligne) throws SQLException {
        var identifiant = Etablissements.texte(ligne, "identifiant");
        var raison = Etablissements.texte(ligne, "raison_sociale");
        var nom = ligne.getString("nom");
        return nom == null
                ? Denomination.deLEntite(raison, new Finess(identifiant))
                : Denomination.duGht(new CodeGht(identifiant), nom, raison, Etablissements.texte(ligne, "commune"));
    }
}
