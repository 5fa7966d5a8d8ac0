package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.recherche.MotsDesDossiers;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.identifiant.Region;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** La liste sur 100 000 dossiers, soit 200 000 étapes : aucune page ne parcourt une table entière. */
@ExtendWith(BaseDeTest.class)
@Tag("INSTR-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDeLaListeTest {

    private static final Logger JOURNAL = LoggerFactory.getLogger(PlanDeLaListeTest.class);
    private static final Connecte ARS = connecte(Role.ARS, "76");
    private static final Connecte ANS = connecte(Role.ANS, null);
    private static final Curseur MILIEU_PAR_DATE = new Curseur(
            String.valueOf(Instant.parse("2026-02-15T00:00:00Z").getEpochSecond() * 1_000_000), new UUID(0, 0), false);

    private final JdbcClient base;

    PlanDeLaListeTest(DataSource source) throws SQLException {
        // Une seule connexion, comme dans la réserve de l'application : ses caches servent d'une requête à l'autre.
        this.base = JdbcClient.create(new SingleConnectionDataSource(source.getConnection(), true));
    }

    @Test
    void aucun_filtre_ne_fait_lire_une_table_entiere() {
        var couteux = new LinkedHashMap<String, String>();
        for (var qui : List.of(ARS, ANS)) {
            cas().forEach((nom, adresse) -> {
                var filtre = FiltreDeListe.lire(qui, adresse);
                var curseur = adresse.containsKey("milieu") ? MILIEU_PAR_DATE : null;
                var requete = requete(qui, filtre, curseur, adresse.getOrDefault("ght", ""));
                plan(requete);
                var plan = plan(requete);
                JOURNAL.debug("{} · {} : {}", qui.role(), nom, plan);
                if (plan.contains("Seq Scan on dossier") || plan.contains("Seq Scan on recherche")) {
                    couteux.put(qui.role() + " · " + nom, plan);
                }
            });
        }
        assertThat(couteux).isEmpty();
    }

    /** Ce qui attend une région se lit dans l'ordre de son arrivée, sans trier tout ce qui attend. */
    @Test
    void ce_qui_attend_se_lit_dans_l_ordre_d_arrivee() {
        var filtre = FiltreDeListe.lire(ARS, Map.of());

        assertThat(plan(requete(ARS, filtre, null, ""))).contains("Index Scan using dossier_etape_qui_attend on");
    }

    /**
     * Un mot que la moitié des dossiers portent, et que son nom range au milieu de l'alphabet, ne fait lire ni cette moitié ni
     * celle d'avant : autant de blocs que la page a de lignes, à quelques-uns près.
     */
    @Test
    @Tag("INSTR-8")
    void un_mot_courant_se_lit_dans_l_ordre_des_noms() {
        for (var qui : List.of(ARS, ANS)) {
            for (var tri : List.of("nom", "-nom")) {
                var filtre = FiltreDeListe.lire(qui, Map.of("etat", "tous", "q", "hopital", "tri", tri));
                var requete = requete(qui, filtre, null, "");
                plan(requete);

                assertThat(blocs(plan(requete))).as(qui.role() + " " + tri).isLessThan(6_000);
            }
        }
    }

    /** Cinquante dossiers à soi, la moitié des autres à un collègue : ni les uns ni les autres ne font lire toute la liste. */
    @Test
    @Tag("INSTR-4")
    void les_siens_et_ceux_de_personne_se_lisent_sans_parcourir_la_liste() {
        for (var qui : List.of(ARS, ANS)) {
            for (var assigne : List.of("moi", "personne")) {
                for (var tri : List.of("date", "-nom")) {
                    var filtre = FiltreDeListe.lire(qui, Map.of("etat", "tous", "assigne", assigne, "tri", tri));
                    var requete = requete(qui, filtre, null, "");
                    plan(requete);

                    assertThat(blocs(plan(requete)))
                            .as(qui.role() + " " + assigne + " " + tri)
                            .isLessThan(1_000);
                }
            }
        }
    }

    /** Un dossier sur deux porte l'un, un sur deux l'autre, une poignée les deux : nul des deux ne se lit en entier. */
    @Test
    @Tag("INSTR-8")
    void deux_mots_courants_rarement_ensemble_se_croisent_sans_se_lire() {
        for (var qui : List.of(ARS, ANS)) {
            for (var tri : List.of("nom", "-nom", "date")) {
                var filtre = FiltreDeListe.lire(qui, Map.of("etat", "tous", "q", "hopital impair", "tri", tri));
                var requete = requete(qui, filtre, null, "");
                plan(requete);

                assertThat(blocs(plan(requete))).as(qui.role() + " " + tri).isLessThan(1_000);
            }
        }
    }

    /** Une page de vingt-cinq lignes à travers tous les mots d'une région, ou de toutes. */
    private static int blocs(String plan) {
        var lus = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?").matcher(plan);
        assertThat(lus.find()).isTrue();
        return Integer.parseInt(lus.group(1)) + (lus.group(2) == null ? 0 : Integer.parseInt(lus.group(2)));
    }

    private RequeteDeListe requete(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, String ght) {
        var requete = RequeteDeListe.page(qui, filtre, curseur, filtre.decroissant());
        MotsDesDossiers.lire(filtre.recherche(), ght)
                .ifPresent(cherches -> requete.cherchant(new MotsDesDossiers(base)
                        .chemin(
                                cherches,
                                qui == ARS ? Region.lire("76").siLue() : Optional.empty(),
                                !filtre.parDate())));
        return requete;
    }

    private static Map<String, Map<String, String>> cas() {
        var cas = new LinkedHashMap<String, Map<String, String>>();
        cas.put("ce qui m'attend", Map.of());
        cas.put("ce qui m'attend, au milieu", Map.of("milieu", "oui"));
        cas.put("ce qui m'attend, par nom", Map.of("tri", "nom"));
        cas.put("tous", Map.of("etat", "tous"));
        cas.put("tous, au milieu", Map.of("etat", "tous", "milieu", "oui"));
        cas.put("tous, par nom décroissant", Map.of("etat", "tous", "tri", "-nom"));
        cas.put("acceptés", Map.of("etat", "accepte"));
        cas.put("refusés", Map.of("etat", "refuse"));
        cas.put("demandes de modification", Map.of("etat", "demande_modification", "tri", "nom"));
        cas.put("un guichet et son étape", Map.of("etat", "tous", "guichet", "CARE-D2", "etape", "declaration"));
        cas.put(
                "un guichet et un mot courant, par nom",
                Map.of("etat", "accepte", "guichet", "CARE-D1", "q", "hopital", "tri", "nom"));
        cas.put("un guichet rare", Map.of("etat", "accepte", "guichet", "RARE"));
        cas.put("un guichet inconnu", Map.of("etat", "tous", "guichet", "INCONNU"));
        cas.put("un type", Map.of("etat", "tous", "type", "GHT"));
        cas.put("des dates", Map.of("etat", "tous", "du", "2026-02-01", "au", "2026-02-03"));
        cas.put("les miens", Map.of("etat", "tous", "assigne", "moi"));
        cas.put("les miens, au milieu", Map.of("etat", "tous", "assigne", "moi", "milieu", "oui"));
        cas.put("les miens et un nom", Map.of("etat", "tous", "assigne", "moi", "q", "hopital", "tri", "nom"));
        cas.put("ceux de personne", Map.of("assigne", "personne"));
        cas.put("ceux de personne et un nom", Map.of("assigne", "personne", "q", "hopital", "tri", "nom"));
        cas.put("une référence", Map.of("etat", "tous", "q", "AAAAAABTRX"));
        cas.put("un nom", Map.of("etat", "tous", "q", "hopital 4242"));
        cas.put("un nom courant", Map.of("etat", "tous", "q", "hopital"));
        cas.put("un FINESS", Map.of("etat", "tous", "q", "340077777"));
        cas.put("un FINESS d'un GHT", Map.of("etat", "tous", "q", "340077777", "ght", "OCC-04"));
        cas.put("un nom courant, par nom", Map.of("etat", "tous", "q", "hopital", "tri", "nom"));
        cas.put("deux mots, par nom", Map.of("etat", "tous", "q", "hopital 4242", "tri", "nom"));
        cas.put("une réponse courante, par nom", Map.of("etat", "tous", "q", "oui", "tri", "nom"));
        cas.put("une réponse rare, par nom", Map.of("etat", "tous", "q", "rare4242", "tri", "nom"));
        cas.put("un début de mot", Map.of("etat", "tous", "q", "ho"));
        return cas;
    }

    private String plan(RequeteDeListe requete) {
        return String.join(
                "\n",
                base.sql("explain (analyze, buffers) " + requete.sql())
                        .params(requete.parametres())
                        .query(String.class)
                        .list());
    }

    @BeforeAll
    void engendrer() {
        base.sql("""
                insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                     region, referent, vivant, cree_le)
                select uuidv7(), (select string_agg(chr(65 + (n / (26 ^ p)::bigint % 26)::int), '' order by p desc)
                                  from generate_series(0, 9) p),
                       case when n % 5000 = 0 then 'RARE' when n % 3 = 0 then 'CARE-D2' else 'CARE-D1' end, 1,
                       case n % 4 when 0 then 'GHT' else 'EJ_PRIVEE' end, lpad((340000000 + n)::text, 9, '0'),
                       case n % 2 when 0 then 'HOPITAL ' else 'CLINIQUE ' end || n,
                       (array['84','27','53','24','94','44','32','11','28','75','76','52','93','01','02','03','04','06'])
                           [1 + n % 18],
                       uuidv7(), true, timestamptz '2026-01-01' + n * interval '1 minute'
                from generate_series(1, 100000) n
                """).update();
        base.sql("""
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, transmise_le, guichet,
                                           region, candidat_type, tri)
                select uuidv7(), d.id, code, rang, array['ARS','ANS'], etat, niveau,
                       d.cree_le + rang * interval '1 hour',
                       case when etat <> 'FERMEE' and etat <> 'BROUILLON' then d.cree_le end,
                       d.guichet, d.region, d.candidat_type, lower(d.candidat_nom)
                from dossier d
                cross join lateral (select abs(hashtext(d.reference)) % 100 as tirage) t
                cross join lateral (values
                    ('candidature', 1, case when tirage < 10 then 'BROUILLON' when tirage < 20 then 'EN_VERIFICATION'
                                            when tirage < 25 then 'A_MODIFIER' when tirage < 30 then 'REFUSEE'
                                            else 'ACCEPTEE' end,
                     case when tirage < 10 then null else 'ARS' end),
                    ('declaration', 2, case when tirage < 40 then 'FERMEE' when tirage < 60 then 'EN_VERIFICATION'
                                            else 'ACCEPTEE' end,
                     case when tirage < 40 then null else 'ANS' end)) e (code, rang, etat, niveau)
                """).update();
        base.sql("""
                insert into recherche_dossier (dossier, mots)
                select d.id, array_to_tsvector(string_to_array(lower(d.candidat_nom), ' ')
                    || case when n.rang % 2 = 1 or n.rang % 20000 = 0 then array['=impair'] else array[]::text[] end
                    || array['=' || lower(d.reference), '=' || d.candidat, '=oui', '=rare' || right(d.candidat, 4),
                             '=dit' || d.candidat::int % 31, '=fait' || d.candidat::int % 97,
                             '=nom' || d.candidat::int % 301, '=prenom' || d.candidat::int % 701])
                from dossier d cross join lateral (select d.candidat::int - 340000000 as rang) n
                where exists (select from dossier_etape e where e.dossier = d.id and e.transmise_le is not null)
                """).update();
        base.sql("""
                insert into recherche_nom (region, mot, tri, etape)
                select region, mot, tri, id from dossier_etape, unnest(string_to_array(tri, ' ')) mot
                where transmise_le is not null
                """).update();
        for (var qui : List.of(ARS, ANS)) {
            assigner(qui, "n.rang % 2000 in (9, 10)");
            assigner(
                    connecte(qui.role(), qui == ARS ? "76" : null),
                    "n.rang % 36 < 18 and n.rang % 2000 not in (9, 10)");
        }
        base.sql(
                        "vacuum analyze dossier, dossier_etape, recherche_dossier, recherche_nom, concertation_assignation, compte")
                .update();
    }

    private void assigner(Connecte qui, String lesquels) {
        base.sql("""
                with membre as (
                    insert into compte (id, role, region, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
                        civilite, nom, prenom, etat, etat_depuis, cree_le)
                    values (:id, :role, case when :role = 'ARS' then '76' end, :id::text, :id::text, :id::text, :id::text,
                        'MADAME', 'Essai', 'Alice', 'ACTIF', now(), now()))
                insert into concertation_assignation (dossier, niveau, compte, le)
                select d.id, :role, :id, now()
                from dossier d cross join lateral (select d.candidat::int - 340000000 as rang) n
                where %s
                """.formatted(lesquels))
                .param("id", qui.compte())
                .param("role", qui.role().name())
                .update();
    }

    private static Connecte connecte(Role role, @Nullable String region) {
        return new Connecte(UUID.randomUUID(), role, "Vérificateur Essai", role.perimetre(region), Instant.EPOCH);
    }
}
