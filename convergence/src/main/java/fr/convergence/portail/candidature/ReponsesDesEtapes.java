package fr.convergence.portail.candidature;

import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.question.Valeur;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** L'édition en cours de chaque étape, et la suite de ce que chaque réponse a été. */
@Component
final class ReponsesDesEtapes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient base;

    ReponsesDesEtapes(JdbcClient base) {
        this.base = base;
    }

    Reponses lire(UUID etape) {
        return base.sql("select reponses from candidature_reponses where etape = ?")
                .param(etape)
                .query(String.class)
                .optional()
                .map(Reponses::lire)
                .orElseGet(Reponses::aucune);
    }

    /** Ce qu'une réponse a été à cette révision. */
    Optional<Valeur> valeur(UUID etape, String question, int revision) {
        return base.sql("select valeur from candidature_revision where etape = ? and question = ? and revision = ?")
                .params(etape, question, revision)
                .query(String.class)
                .optional()
                .map(valeur -> JSON.readValue(valeur, Valeur.class));
    }

    /** Ce que chaque réponse de ces étapes a été : par étape, par question, par révision. */
    Map<UUID, Map<String, Map<Integer, Valeur>>> revisions(Collection<UUID> etapes) {
        var toutes = new HashMap<UUID, Map<String, Map<Integer, Valeur>>>();
        base.sql("select etape, question, revision, valeur from candidature_revision where etape = any (?)")
                .param(etapes.toArray(UUID[]::new))
                .query((ResultSet ligne) -> {
                    toutes.computeIfAbsent(ligne.getObject("etape", UUID.class), _ -> new HashMap<>())
                            .computeIfAbsent(ligne.getString("question"), _ -> new HashMap<>())
                            .put(ligne.getInt("revision"), JSON.readValue(ligne.getString("valeur"), Valeur.class));
                });
        return toutes;
    }

    /** Pour qui tient l'étape (voir {@link Saisies#prise}). */
    void ecrire(UUID etape, String question, Reponse reponse) {
        base.sql("""
                with edition as (
                    insert into candidature_reponses (etape, reponses)
                    values (:etape, jsonb_build_object(:question::text, :reponse::jsonb))
                    on conflict (etape) do update
                    set reponses = candidature_reponses.reponses || excluded.reponses)
                insert into candidature_revision (etape, question, revision, valeur, le, par)
                values (:etape, :question, :revision, :valeur::jsonb, :le, :par)
                """)
                .param("etape", etape)
                .param("question", question)
                .param("reponse", JSON.writeValueAsString(reponse))
                .param("revision", reponse.revision())
                .param("valeur", JSON.writeValueAsString(reponse.valeur()))
                .param("le", Timestamp.from(reponse.le()))
                .param("par", UUID.fromString(reponse.par()))
                .update();
    }
}
