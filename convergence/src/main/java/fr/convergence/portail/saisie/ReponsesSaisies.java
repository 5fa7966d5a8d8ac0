package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lieu;
import fr.convergence.portail.question.Valeur;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** L'édition en cours de chaque étape, et la suite de ce que chaque réponse a été. */
@Component
public final class ReponsesSaisies {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Bien plus qu'une requête ne peut rester en route. */
    private static final Duration EN_ROUTE = Duration.ofHours(1);

    private final JdbcClient base;

    ReponsesSaisies(JdbcClient base) {
        this.base = base;
    }

    public Reponses lire(UUID etape) {
        return base.sql("select reponses from saisie_reponses where etape = ?")
                .param(etape)
                .query(String.class)
                .optional()
                .map(Reponses::lire)
                .orElseGet(Reponses::aucune);
    }

    /** Ce qu'une réponse a été à cette révision. */
    public Optional<Valeur> valeur(Lieu lieu, int revision) {
        return base.sql("select valeur from saisie_revision where etape = ? and question = ? and revision = ?")
                .params(lieu.edition(), lieu.emplacement().cle(), revision)
                .query(String.class)
                .optional()
                .map(valeur -> JSON.readValue(valeur, Valeur.class));
    }

    /** Ce que chaque réponse de ces étapes a été : par étape, par place, par révision. */
    public Map<UUID, Map<Emplacement, Map<Integer, Valeur>>> revisions(Collection<UUID> etapes) {
        var toutes = new HashMap<UUID, Map<Emplacement, Map<Integer, Valeur>>>();
        base.sql("select etape, question, revision, valeur from saisie_revision where etape = any (?)")
                .param(etapes.toArray(UUID[]::new))
                .query((ResultSet ligne) -> {
                    toutes.computeIfAbsent(ligne.getObject("etape", UUID.class), _ -> new HashMap<>())
                            .computeIfAbsent(Emplacement.lire(ligne.getString("question")), _ -> new HashMap<>())
                            .put(ligne.getInt("revision"), JSON.readValue(ligne.getString("valeur"), Valeur.class));
                });
        return toutes;
    }

    /**
     * Retient le rang de cet envoi pour chacune de ces places. Pour qui tient l'étape (voir qui enregistre).
     *
     * @return celles dont sa page a déjà envoyé mieux : cet envoi arrive en retard
     */
    Set<Emplacement> depassees(UUID etape, ReponsesEnvoyees envoi, Collection<Emplacement> places) {
        return base.sql("""
                with connue as (select rangs from saisie_page where etape = :etape and page = :page),
                oubliees as (
                    delete from saisie_page where etape = :etape and page <> :page and vue_le < :oubli),
                retenue as (
                    insert into saisie_page (etape, page, rangs, vue_le)
                    select :etape, :page, coalesce(jsonb_object_agg(question, :rang::bigint), '{}'), :le
                    from unnest(:questions::text[]) question
                    on conflict (etape, page) do update
                    set vue_le = excluded.vue_le,
                        rangs = saisie_page.rangs || (
                            select coalesce(jsonb_object_agg(neuf.key, neuf.value), '{}')
                            from jsonb_each(excluded.rangs) neuf
                            where coalesce((saisie_page.rangs ->> neuf.key)::bigint, 0) <= :rang))
                select question from unnest(:questions::text[]) question, connue
                where (connue.rangs ->> question)::bigint > :rang
                """)
                .param("etape", etape)
                .param("page", envoi.page())
                .param("rang", envoi.rang())
                .param("questions", places.stream().map(Emplacement::cle).toArray(String[]::new))
                .param("le", Timestamp.from(envoi.le()))
                .param("oubli", Timestamp.from(envoi.le().minus(EN_ROUTE)))
                .query((ligne, rang) -> Emplacement.lire(ligne.getString("question")))
                .set();
    }

    /** Pour qui tient l'étape (voir qui enregistre). */
    void ecrire(Lieu lieu, Reponse reponse) {
        base.sql("""
                with edition as (
                    insert into saisie_reponses (etape, reponses)
                    values (:etape, jsonb_build_object(:question::text, :reponse::jsonb))
                    on conflict (etape) do update
                    set reponses = saisie_reponses.reponses || excluded.reponses)
                insert into saisie_revision (etape, question, revision, valeur, le, par)
                values (:etape, :question, :revision, :valeur::jsonb, :le, :par)
                """)
                .param("etape", lieu.edition())
                .param("question", lieu.emplacement().cle())
                .param("reponse", JSON.writeValueAsString(reponse))
                .param("revision", reponse.revision())
                .param("valeur", JSON.writeValueAsString(reponse.valeur()))
                .param("le", Timestamp.from(reponse.le()))
                .param("par", UUID.fromString(reponse.par()))
                .update();
    }
}
