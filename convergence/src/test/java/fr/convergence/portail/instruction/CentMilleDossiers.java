package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cent mille dossiers, deux cent mille étapes, cherchables et répartis entre des vérificateurs ; et les plans qu'on y lit. */
final class CentMilleDossiers {

    static final Connecte ARS = connecte(Role.ARS, "76");
    static final Connecte ANS = connecte(Role.ANS, null);

    private static final Pattern BLOCS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private final JdbcClient base;

    CentMilleDossiers(JdbcClient base) {
        this.base = base;
    }

    /** La seconde fois : la première paie ce que la connexion apprend. */
    String plan(RequeteDeListe requete) {
        expliquer(requete);
        return expliquer(requete);
    }

    private String expliquer(RequeteDeListe requete) {
        return String.join(
                "\n",
                base.sql("explain (analyze, buffers) " + requete.sql())
                        .params(requete.parametres())
                        .query(String.class)
                        .list());
    }

    int blocs(RequeteDeListe requete) {
        return blocs(plan(requete));
    }

    static int blocs(String plan) {
        var lus = BLOCS.matcher(plan);
        if (!lus.find()) {
            throw new IllegalStateException(plan);
        }
        return Integer.parseInt(lus.group(1)) + (lus.group(2) == null ? 0 : Integer.parseInt(lus.group(2)));
    }

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

    void assigner(Connecte qui, String lesquels) {
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

    static Connecte connecte(Role role, @Nullable String region) {
        return new Connecte(UUID.randomUUID(), role, "Vérificateur Essai", role.perimetre(region), Instant.EPOCH);
    }
}
