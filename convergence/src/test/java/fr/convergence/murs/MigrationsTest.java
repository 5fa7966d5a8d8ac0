package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Une migration se joue pendant que d'autres nœuds écrivent. */
final class MigrationsTest {

    /** Celles de la première version : elles créent le schéma, aucun nœud n'écrit encore. */
    private static final String PREMIERE_VERSION = "V2026.11.22.9999";

    /** Ce qui est admis tel quel, et pourquoi. */
    private static final Map<String, String> EXEMPTES = Map.of(
            "V2026.11.29.2004__session.sql",
            "vide la table des sessions d'avant, que plus rien ne lit : chacun se connecte de nouveau",
            "V2026.11.30.0601__saisie.sql",
            "les tables prennent le nom de leur paquet avant toute version publiée");

    private static final List<Path> DOSSIERS = List.of(
            Path.of("src/main/resources/db/portail"),
            Path.of("../socle/src/main/resources/db/socle"),
            Path.of("../socle/src/main/resources/db/personne"));

    @Test
    void une_migration_n_arrete_pas_les_ecritures() throws IOException {
        var infractions = new ArrayList<String>();
        var lues = 0;
        var jugees = new TreeSet<String>();
        for (var dossier : DOSSIERS) {
            try (var fichiers = Files.list(dossier)) {
                for (var fichier :
                        fichiers.filter(f -> f.toString().endsWith(".sql")).toList()) {
                    lues++;
                    var nom = fichier.getFileName().toString();
                    if (nom.startsWith("V") && nom.compareTo(PREMIERE_VERSION) > 0) {
                        jugees.add(nom);
                        var reglages = fichier.resolveSibling(nom + ".conf");
                        RegleDesMigrations.infractions(
                                        Files.readString(fichier),
                                        Files.exists(reglages) ? Files.readString(reglages) : "")
                                .stream()
                                .filter(infraction -> !EXEMPTES.containsKey(nom))
                                .forEach(infraction -> infractions.add(nom + " : " + infraction));
                    }
                }
            }
        }

        assertThat(lues).isGreaterThan(30);
        assertThat(jugees).containsAll(EXEMPTES.keySet());
        assertThat(infractions).isEmpty();
    }

    @Test
    void une_table_entiere_ne_se_recrit_pas() {
        for (var interdit : new String[] {
            "update dossier set nom = upper(nom)",
            "create table neuve (id int); insert into neuve (id) select id from dossier",
            "create table neuve (id int); insert into neuve with t as (select 1) select * from t",
            "delete from session",
            "do $$ begin update dossier set nom = ''; end $$",
            "with t as (update dossier set nom = '' returning id) select * from t",
        }) {
            assertThat(RegleDesMigrations.infractions(interdit + ";", ""))
                    .as(interdit)
                    .hasSize(1);
        }
        for (var permis : new String[] {
            "create function f() returns void language sql as $$ update dossier set nom = '' $$",
            "create trigger immuable before update or delete on edition for each row execute function refuser()",
            "alter table dossier add foreign key (compte) references compte (id) on delete cascade not valid",
            "insert into reglage (nom, valeur) values ('a', 'b')",
        }) {
            assertThat(RegleDesMigrations.infractions(permis + ";", ""))
                    .as(permis)
                    .isEmpty();
        }
    }

    @Test
    void ce_qu_un_noeud_d_avant_lit_ne_s_ote_ni_ne_se_renomme() {
        for (var interdit : new String[] {
            "drop table jeton_cle",
            "drop table if exists jeton_cle cascade",
            "create table neuve (id int); drop table neuve, dossier",
            "drop view vue_recherche_etape",
            "alter table dossier drop column region",
            "alter table dossier add column x int, drop region",
            "alter table only dossier drop column if exists region",
            "alter table dossier rename to demande",
            "alter table dossier rename column region to territoire",
            "alter table dossier rename region to territoire",
            "alter view vue_recherche_etape rename to vue_etape",
        }) {
            assertThat(RegleDesMigrations.infractions(interdit + ";", ""))
                    .as(interdit)
                    .hasSize(1);
        }
        for (var permis : new String[] {
            "create table neuve (id int); drop table neuve",
            "alter table dossier alter column region drop default",
            "alter table dossier alter region drop not null, drop constraint region_connue",
            "alter table dossier rename constraint region_connue to region_dite",
            "drop index dossier_par_nom",
        }) {
            assertThat(RegleDesMigrations.infractions(permis + ";", ""))
                    .as(permis)
                    .isEmpty();
        }
    }

    @Test
    void un_index_se_construit_concurrently_et_se_rejoue() {
        assertThat(RegleDesMigrations.infractions("create index dossier_par_nom on dossier (candidat_nom);", ""))
                .containsExactly("index de dossier construit sans « concurrently »");
        assertThat(RegleDesMigrations.infractions("create unique index\n  on dossier (candidat_nom)", ""))
                .containsExactly("index de dossier construit sans « concurrently »");
        assertThat(RegleDesMigrations.infractions("create index concurrently par_nom on dossier (nom);", ""))
                .hasSize(3);
        assertThat(RegleDesMigrations.infractions(
                        "set lock_timeout = '10min'; create index concurrently if not exists par_nom on dossier (nom);",
                        "executeInTransaction=false\n"))
                .hasSize(1);
        assertThat(RegleDesMigrations.infractions("""
                        set lock_timeout = '10min';
                        drop index concurrently if exists par_nom;
                        create index concurrently par_nom on dossier (nom);
                        """, "executeInTransaction=false\n"))
                .isEmpty();
        assertThat(RegleDesMigrations.infractions("create table neuve (id int); create index on neuve (id);", ""))
                .isEmpty();
    }

    @Test
    void une_table_pleine_ne_se_relit_pas_sous_verrou() {
        for (var interdit : new String[] {
            "alter table dossier alter column region type varchar(3)",
            "alter table dossier alter column region set not null",
            "alter table dossier add constraint region_connue check (region <> '')",
            "alter table dossier add foreign key (referent) references compte (id)",
            "alter table dossier add constraint unique_nom unique (nom)",
        }) {
            assertThat(RegleDesMigrations.infractions(interdit + ";", ""))
                    .as(interdit)
                    .hasSize(1);
        }
        for (var permis : new String[] {
            "alter table dossier add column relance int not null default 0",
            "alter table dossier add constraint region_connue check (region <> '') not valid",
            "alter table dossier validate constraint region_connue",
            "alter table dossier add constraint unique_nom unique using index par_nom",
        }) {
            assertThat(RegleDesMigrations.infractions(permis + ";", ""))
                    .as(permis)
                    .isEmpty();
        }
    }
}
