package fr.convergence.portail.registre;

import fr.convergence.portail.etablissement.Voisins;
import fr.convergence.portail.registre.RapportImport.Compte;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fond la zone d'import dans les entités juridiques et géographiques, par ensembles : une ligne identique n'est pas
 * récrite, ce qui manque au fichier est fermé, ce qu'une ligne rejetée nomme est laissé en l'état.
 */
final class Fusion {

    /**
     * Les catégories FINESS d'établissements de soins (agrégats 11 et 12 de la nomenclature, moins le thermalisme et les
     * groupements de moyens) : une EJ qui n'en tient aucune n'est pas un hôpital.
     */
    private static final List<String> SOINS = List.of(
            "101", "106", "109", "114", "115", "122", "127", "128", "129", "131", "141", "146", "156", "161", "292",
            "355", "362", "365", "366", "412", "415", "425", "430", "433", "444", "697", "698", "699");

    private final JdbcClient sql;
    private final UUID importation;
    private final LocalDate jour;

    Fusion(JdbcClient sql, UUID importation, LocalDate jour) {
        this.sql = sql;
        this.importation = importation;
        this.jour = jour;
    }

    /** La première ligne d'un FINESS vaut, les suivantes sont rejetées. */
    void ecarterLesDoublons() {
        ecarterLesDoublons("zone_ej", "finess");
        ecarterLesDoublons("zone_eg", "finess");
        ecarterLesDoublons("zone_ght", "code");
        ecarterLesDoublons("zone_ght", "code_diffusion");
    }

    Compte entitesJuridiques(boolean listeEntiere) {
        var touchees = compter("""
                with touchee as (
                    insert into etablissement_ej as t (finess, raison_sociale, siren, statut_juridique, secteur,
                        type_declare, type, voie, code_postal, commune, departement, region, tri, mots, ferme_le,
                        import_id)
                    select z.finess, z.raison_sociale, z.siren, z.statut_juridique, z.secteur, z.type_declare,
                        coalesce(z.type_declare, 'HORS_CHAMP'), z.voie, z.code_postal, z.commune, z.departement,
                        z.region, z.tri, z.mots,
                        case when z.fermee or z.ferme_le <= :jour then coalesce(z.ferme_le, e.ferme_le, :jour) end,
                        :importation
                    from zone_ej z left join etablissement_ej e using (finess)
                    where e.finess is not null or not (z.fermee or coalesce(z.ferme_le <= :jour, false))
                    order by z.finess
                    on conflict (finess) do update set
                        raison_sociale = excluded.raison_sociale, siren = excluded.siren,
                        statut_juridique = excluded.statut_juridique, secteur = excluded.secteur,
                        type_declare = excluded.type_declare, voie = excluded.voie,
                        code_postal = excluded.code_postal, commune = excluded.commune,
                        departement = excluded.departement, region = excluded.region, tri = excluded.tri,
                        mots = excluded.mots, ferme_le = excluded.ferme_le, import_id = excluded.import_id
                    where (t.raison_sociale, t.siren, t.statut_juridique, t.secteur, t.type_declare, t.voie,
                           t.code_postal, t.commune, t.departement, t.region, t.tri, t.mots, t.ferme_le)
                        is distinct from
                          (excluded.raison_sociale, excluded.siren, excluded.statut_juridique, excluded.secteur,
                           excluded.type_declare, excluded.voie, excluded.code_postal, excluded.commune,
                           excluded.departement, excluded.region, excluded.tri, excluded.mots, excluded.ferme_le)
                    returning old.finess is null as nouvelle,
                        old.finess is not null and old.ferme_le is null and new.ferme_le is not null as fermee
                )
                """);
        return listeEntiere ? touchees.plus(fermerLesAbsents("etablissement_ej", "zone_ej")) : touchees;
    }

    Compte entitesGeographiques(boolean listeEntiere) {
        rejeter("zone_eg", "finess", "'EJ ' || z.finess_ej || ' inconnue'", """
                not exists (select 1 from etablissement_ej e where e.finess = z.finess_ej)""");
        var touchees = compter("""
                with touchee as (
                    insert into etablissement_eg as t (finess, finess_ej, raison_sociale, categorie, libelle_categorie,
                        siret, voie, code_postal, commune, departement, region, telephone, tri, recherche, ferme_le,
                        import_id)
                    select z.finess, z.finess_ej, z.raison_sociale, z.categorie,
                        coalesce(z.libelle_categorie, case when e.categorie = z.categorie then e.libelle_categorie end),
                        z.siret, z.voie, z.code_postal, z.commune, z.departement, z.region, z.telephone, z.tri,
                        z.recherche,
                        case when z.fermee or z.ferme_le <= :jour then coalesce(z.ferme_le, e.ferme_le, :jour) end,
                        :importation
                    from zone_eg z left join etablissement_eg e using (finess)
                    where e.finess is not null or not (z.fermee or coalesce(z.ferme_le <= :jour, false))
                    order by z.finess
                    on conflict (finess) do update set
                        finess_ej = excluded.finess_ej, raison_sociale = excluded.raison_sociale,
                        categorie = excluded.categorie, libelle_categorie = excluded.libelle_categorie,
                        siret = excluded.siret, voie = excluded.voie, code_postal = excluded.code_postal,
                        commune = excluded.commune, departement = excluded.departement, region = excluded.region,
                        telephone = excluded.telephone, tri = excluded.tri, recherche = excluded.recherche,
                        ferme_le = excluded.ferme_le, import_id = excluded.import_id
                    where (t.finess_ej, t.raison_sociale, t.categorie, t.libelle_categorie, t.siret, t.voie,
                           t.code_postal, t.commune, t.departement, t.region, t.telephone, t.tri, t.recherche,
                           t.ferme_le)
                        is distinct from
                          (excluded.finess_ej, excluded.raison_sociale, excluded.categorie, excluded.libelle_categorie,
                           excluded.siret, excluded.voie, excluded.code_postal, excluded.commune, excluded.departement,
                           excluded.region, excluded.telephone, excluded.tri, excluded.recherche, excluded.ferme_le)
                    returning old.finess is null as nouvelle,
                        old.finess is not null and old.ferme_le is null and new.ferme_le is not null as fermee
                )
                """);
        return listeEntiere ? touchees.plus(fermerLesAbsents("etablissement_eg", "zone_eg")) : touchees;
    }

    /** Ce que le registre conclut de chaque EJ ; compte celles que l'import n'avait pas déjà touchées. */
    Compte types() {
        sql.sql("""
                update etablissement_ej e set code_ght = g.code_ght
                from etablissement_ej courante
                left join etablissement_ght_membre g on g.finess_ej = courante.finess and g.retire_le is null
                where courante.finess = e.finess and e.code_ght is distinct from g.code_ght""").update();
        return compter("""
                with calcul as (
                    select finess, case
                        when code_ght is not null then 'EJ_MEMBRE_GHT'
                        when type_declare is not null then type_declare
                        when secteur is null or not exists (
                            select 1 from etablissement_eg g
                            where g.finess_ej = e.finess and g.ferme_le is null and g.categorie in (:soins))
                            then 'HORS_CHAMP'
                        when secteur = 'PUBLIC' then 'EJ_PUBLIQUE_HORS_GHT'
                        else 'EJ_PRIVEE' end as type
                    from etablissement_ej e
                ), change as (
                    update etablissement_ej e set type = c.type, import_id = :importation
                    from calcul c where c.finess = e.finess and c.type <> e.type
                    returning old.import_id <> :importation as seul_changement
                ), touchee as (
                    select false as nouvelle, false as fermee from change where seul_changement
                )
                """);
    }

    /**
     * Les mots nouveaux et leurs débuts, entiers ou moins une lettre, par lesquels {@link Voisins} rapproche les fautes de
     * frappe. Ceux qui ne servent plus restent sans gêner.
     */
    void mots() {
        sql.sql("""
                with lu as (
                    select unnest(string_to_array(mots, ' ')) as mot from etablissement_ej where import_id = :importation
                    union
                    select unnest(string_to_array(recherche, ' ')) from etablissement_eg where import_id = :importation
                    union
                    select unnest(string_to_array(mots, ' ')) from etablissement_ght where import_id = :importation
                )
                insert into etablissement_mot_debut (debut, mot)
                select distinct case when ote = 0 then tete else left(tete, ote - 1) || substr(tete, ote + 1) end, mot
                from lu, left(mot, :debut) as tete, generate_series(0, length(tete)) as ote
                where length(mot) between 4 and 40 and mot !~ '\\d'
                on conflict do nothing""")
                .param("importation", importation)
                .param("debut", Voisins.DEBUT)
                .update();
    }

    private void ecarterLesDoublons(String table, String cle) {
        sql.sql("""
                with rang as (
                    select ctid, row_number() over nommees as n, first_value(ligne) over nommees as premiere
                    from %1$s window nommees as (partition by %2$s order by ligne, ctid)
                ), doublon as (
                    delete from %1$s z using rang r where r.ctid = z.ctid and r.n > 1
                    returning z.fichier, z.ligne, z.%2$s as cle, r.premiere
                )
                insert into zone_rejet (fichier, ligne, motif, identifiant)
                select fichier, ligne, cle || ' : doublon de la ligne ' || premiere, cle from doublon""".formatted(table, cle)).update();
    }

    private void rejeter(String table, String cle, String motif, String condition) {
        sql.sql("""
                with rejetee as (delete from %s z where %s returning z.fichier, z.ligne, %s as motif, z.%s as cle)
                insert into zone_rejet (fichier, ligne, motif, identifiant)
                select fichier, ligne, motif, cle from rejetee""".formatted(table, condition, motif, cle)).update();
    }

    private Compte fermerLesAbsents(String table, String zone) {
        var fermes = sql.sql("""
                update %s t set ferme_le = :jour, import_id = :importation
                where t.ferme_le is null
                  and not exists (select 1 from %s z where z.finess = t.finess)
                  and not exists (select 1 from zone_rejet r where r.identifiant = t.finess)""".formatted(table, zone))
                .param("jour", jour)
                .param("importation", importation)
                .update();
        return new Compte(0, 0, fermes);
    }

    private Compte compter(String touchee) {
        return sql.sql(touchee + """
                select count(*) filter (where nouvelle) as ajoutes,
                    count(*) filter (where not nouvelle and not fermee) as modifies,
                    count(*) filter (where fermee) as fermes
                from touchee""")
                .param("jour", jour)
                .param("importation", importation)
                .param("soins", SOINS)
                .query(Compte.class)
                .single();
    }
}
