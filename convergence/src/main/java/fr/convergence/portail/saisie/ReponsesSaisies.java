package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Valeur;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * Ce que ces réponses ont été, chacune à cette révision ; celle qui ne l'a jamais eue n'y est pas.
     *
     * @param revisions par place
     */
    Map<Emplacement, Valeur> valeurs(UUID etape, Map<Emplacement, Integer> revisions) {
        var valeurs = new HashMap<Emplacement, Valeur>();
        if (revisions.isEmpty()) {
            return valeurs;
        }
        base.sql("""
                select r.question, r.valeur
                from jsonb_each_text(:revisions::jsonb) demandee
                join saisie_revision r
                    on r.etape = :etape and r.question = demandee.key and r.revision = demandee.value::int
                """)
                .param("etape", etape)
                .param("revisions", JSON.writeValueAsString(parCle(revisions)))
                .query((ResultSet ligne) -> {
                    valeurs.put(
                            Emplacement.lire(ligne.getString("question")),
                            JSON.readValue(ligne.getString("valeur"), Valeur.class));
                });
        return valeurs;
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

    /** Quand chacune de ces réponses avait été donnée, telle qu'elle se lisait à cet instant ; sans réponse alors, elle n'y est pas. */
    public Map<Emplacement, Instant> donnees(UUID etape, Collection<String> questions, Instant au) {
        var donnees = new HashMap<Emplacement, Instant>();
        base.sql("""
                select question, max(le) as le from saisie_revision
                where etape = :etape and question = any (:questions) and le <= :au
                group by question
                """)
                .param("etape", etape)
                .param("questions", questions.toArray(String[]::new))
                .param("au", Timestamp.from(au))
                .query((ResultSet ligne) -> {
                    donnees.put(
                            Emplacement.lire(ligne.getString("question")),
                            ligne.getTimestamp("le").toInstant());
                });
        return donnees;
    }

    /** Ce que chacune de ces réponses disait à cet instant ; sans réponse alors, elle n'y est pas. */
    public Map<Emplacement, Valeur> au(UUID etape, Collection<String> places, Instant instant) {
        var valeurs = new HashMap<Emplacement, Valeur>();
        if (places.isEmpty()) {
            return valeurs;
        }
        base.sql("""
                select distinct on (question) question, valeur from saisie_revision
                where etape = :etape and question = any (:places) and le <= :au
                order by question, revision desc
                """)
                .param("etape", etape)
                .param("places", places.toArray(String[]::new))
                .param("au", Timestamp.from(instant))
                .query((ResultSet ligne) -> {
                    valeurs.put(
                            Emplacement.lire(ligne.getString("question")),
                            JSON.readValue(ligne.getString("valeur"), Valeur.class));
                });
        return valeurs;
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

    /** Toutes d'un coup, données ensemble par la même personne. Pour qui tient l'étape (voir qui enregistre). */
    void ecrire(UUID etape, SortedMap<Emplacement, Reponse> ecrites) {
        var une = ecrites.firstEntry().getValue();
        base.sql("""
                with edition as (
                    insert into saisie_reponses (etape, reponses)
                    values (:etape, :reponses::jsonb)
                    on conflict (etape) do update
                    set reponses = saisie_reponses.reponses || excluded.reponses)
                insert into saisie_revision (etape, question, revision, valeur, le, par)
                select :etape, reponse.key, (reponse.value ->> 'r')::int, reponse.value -> 'v', :le, :par
                from jsonb_each(:reponses::jsonb) reponse
                """)
                .param("etape", etape)
                .param("reponses", JSON.writeValueAsString(parCle(ecrites)))
                .param("le", Timestamp.from(une.le()))
                .param("par", UUID.fromString(une.par()))
                .update();
    }

    /** Ces réponses reprises d'un autre dossier sont vérifiées. Pour qui tient l'étape (voir qui enregistre). */
    public void confirmer(UUID etape, Collection<String> places) {
        base.sql("""
                update saisie_reponses s
                set reponses = s.reponses || (
                    select coalesce(jsonb_object_agg(reponse.key, reponse.value - 'p'), '{}')
                    from jsonb_each(s.reponses) reponse where reponse.key = any (:places))
                where etape = :etape
                """)
                .param("etape", etape)
                .param("places", places.toArray(String[]::new))
                .update();
    }

    private static <V> Map<String, V> parCle(Map<Emplacement, V> parPlace) {
        var parCle = new TreeMap<String, V>();
        parPlace.forEach((place, valeur) -> parCle.put(place.cle(), valeur));
        return parCle;
    }
}
