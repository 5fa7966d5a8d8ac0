package fr.convergence.portail.registre;

import fr.convergence.portail.registre.RapportImport.Compte;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fond dans le registre les GHT de la zone d'import et leur composition. Les EJ y sont déjà. */
final class FusionGht {

    private final JdbcClient sql;
    private final UUID importation;
    private final LocalDate jour;

    FusionGht(JdbcClient sql, UUID importation, LocalDate jour) {
        this.sql = sql;
        this.importation = importation;
        this.jour = jour;
    }

    /** Désigne chaque membre par son FINESS et écarte, avec leur raison, ceux qui ne peuvent pas l'être. */
    void preparer() {
        sql.sql("""
                update zone_membre m set finess = coalesce(
                    (select z.finess from zone_ej z where z.smsse = m.ej order by z.ligne limit 1),
                    (select e.finess from etablissement_ej e where e.finess = m.ej))""").update();
        rejeter("ej", "'EJ ' || left(z.ej, 40) || ' inconnue'", """
                z.finess is null or not exists (select 1 from etablissement_ej e where e.finess = z.finess)""");
        rejeter("finess", "'GHT ' || left(z.code_ght, 20) || ' inconnu'", """
                not exists (select 1 from zone_ght g where g.code = z.code_ght)
                and not exists (select 1 from zone_rejet r where r.identifiant = z.code_ght)""");
        rejeter("finess", "z.finess || ' est déjà membre d’un GHT'", """
                exists (select 1 from zone_membre a where a.finess = z.finess and (a.ligne, a.ctid) < (z.ligne, z.ctid))""");
        sql.sql("""
                with rejete as (
                    delete from zone_ght z where 1 <> (
                        select count(*) from zone_membre m where m.code_ght = z.code and m.role = 'SUPPORT')
                    or exists (select 1 from etablissement_ght g
                        where g.code_diffusion = z.code_diffusion and g.code <> z.code)
                    returning z.fichier, z.ligne, z.code
                )
                insert into zone_rejet (fichier, ligne, motif, identifiant)
                select fichier, ligne, code || ' : il faut un établissement support et un seul, et un code de diffusion à lui',
                    code from rejete""").update();
        sql.sql("""
                delete from zone_membre m where not exists (select 1 from zone_ght g where g.code = m.code_ght)""").update();
    }

    Compte ght() {
        return compter("""
                with touchee as (
                    insert into etablissement_ght as t
                        (code, code_diffusion, nom, region, finess_support, tri, mots, recherche, import_id)
                    select z.code, z.code_diffusion, z.nom, z.region, m.finess, z.tri, z.mots, z.mots, :importation
                    from zone_ght z join zone_membre m on m.code_ght = z.code and m.role = 'SUPPORT'
                    on conflict (code) do update set
                        code_diffusion = excluded.code_diffusion, nom = excluded.nom,
                        finess_support = excluded.finess_support, tri = excluded.tri, mots = excluded.mots,
                        ferme_le = null, import_id = excluded.import_id
                    where t.ferme_le is not null or (t.code_diffusion, t.nom, t.finess_support, t.tri, t.mots)
                        is distinct from (excluded.code_diffusion, excluded.nom, excluded.finess_support, excluded.tri,
                            excluded.mots)
                    returning old.code is null as ajoute, false as ferme
                ), absent as (
                    update etablissement_ght t set ferme_le = :jour, import_id = :importation
                    where t.ferme_le is null
                      and not exists (select 1 from zone_ght z where z.code = t.code)
                      and not exists (select 1 from zone_rejet r where r.identifiant = t.code)
                    returning false as ajoute, true as ferme
                )
                select ajoute, ferme from touchee union all select ajoute, ferme from absent""");
    }

    /** Les départs d'abord : une EJ n'appartient qu'à un GHT, qu'elle peut quitter pour un autre le même jour. */
    Compte membres() {
        var partis = compter("""
                with parti as (
                    update etablissement_ght_membre t set retire_le = :jour, import_id = :importation
                    where t.retire_le is null
                      and not exists (
                          select 1 from zone_membre m where m.code_ght = t.code_ght and m.finess = t.finess_ej)
                      and (exists (select 1 from zone_membre m where m.finess = t.finess_ej)
                        or exists (select 1 from etablissement_ght g where g.code = t.code_ght and g.ferme_le is not null)
                        or exists (select 1 from zone_ght z where z.code = t.code_ght)
                           and not exists (select 1 from zone_rejet r where r.identifiant = t.finess_ej))
                    returning 1
                )
                select false as ajoute, true as ferme from parti""");
        return partis.plus(compter("""
                with touchee as (
                    insert into etablissement_ght_membre as t (code_ght, finess_ej, role, deduite, depuis, import_id)
                    select code_ght, finess, role, deduite, :jour, :importation from zone_membre
                    on conflict (code_ght, finess_ej) do update set
                        role = excluded.role, deduite = excluded.deduite, retire_le = null, import_id = excluded.import_id,
                        depuis = case when t.retire_le is null then t.depuis else excluded.depuis end
                    where t.retire_le is not null or t.role <> excluded.role or t.deduite <> excluded.deduite
                    returning old.finess_ej is null or old.retire_le is not null as ajoute
                )
                select ajoute, false as ferme from touchee"""));
    }

    /** Un GHT a la région de son établissement support et se trouve aussi par le nom, le FINESS et la ville de celui-ci. */
    void rafraichir() {
        sql.sql("""
                update etablissement_ght g
                set region = coalesce(e.region, g.region), recherche = g.mots || e.mots
                from etablissement_ej e
                where e.finess = g.finess_support
                  and (g.region, g.recherche) is distinct from (coalesce(e.region, g.region), g.mots || e.mots)""").update();
    }

    private void rejeter(String cle, String motif, String condition) {
        sql.sql("""
                with rejete as (
                    delete from zone_membre z where %s returning z.fichier, z.ligne, %s as motif, z.%s as cle
                )
                insert into zone_rejet (fichier, ligne, motif, identifiant)
                select fichier, ligne, motif, cle from rejete""".formatted(condition, motif, cle)).update();
    }

    private Compte compter(String ordre) {
        return sql
                .sql(ordre)
                .param("jour", jour)
                .param("importation", importation)
                .query((ligne, _) -> ligne.getBoolean("ferme")
                        ? new Compte(0, 0, 1)
                        : ligne.getBoolean("ajoute") ? new Compte(1, 0, 0) : new Compte(0, 1, 0))
                .list()
                .stream()
                .reduce(Compte.RIEN, Compte::plus);
    }
}
