package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Une migration se joue pendant que d'autres nœuds écrivent. */
final class MigrationsTest {

    /** Les précédentes ont créé le schéma ; elles ne se récrivent pas. */
    private static final String DERNIERE_LIBRE = "V2026.11.29.9999";

    private static final List<Path> DOSSIERS =
            List.of(Path.of("src/main/resources/db/portail"), Path.of("../socle/src/main/resources/db/socle"));

    @Test
    void une_migration_n_arrete_pas_les_ecritures() throws IOException {
        var infractions = new ArrayList<String>();
        var lues = 0;
        for (var dossier : DOSSIERS) {
            try (var fichiers = Files.list(dossier)) {
                for (var fichier :
                        fichiers.filter(f -> f.toString().endsWith(".sql")).toList()) {
                    lues++;
                    var nom = fichier.getFileName().toString();
                    if (nom.startsWith("V") && nom.compareTo(DERNIERE_LIBRE) > 0) {
                        var reglages = fichier.resolveSibling(nom + ".conf");
                        RegleDesMigrations.infractions(
                                        Files.readString(fichier),
                                        Files.exists(reglages) ? Files.readString(reglages) : "")
                                .forEach(infraction -> infractions.add(nom + " : " + infraction));
                    }
                }
            }
        }

        assertThat(lues).isGreaterThan(30);
        assertThat(infractions).isEmpty();
    }

    @Test
    void un_index_se_construit_concurrently_et_se_rejoue() {
        assertThat(RegleDesMigrations.infractions("create index dossier_par_nom on dossier (candidat_nom);", ""))
                .containsExactly("index de dossier construit sans « concurrently »");
        assertThat(RegleDesMigrations.infractions("create unique index\n  on dossier (candidat_nom)", ""))
                .containsExactly("index de dossier construit sans « concurrently »");
        assertThat(RegleDesMigrations.infractions("create index concurrently par_nom on dossier (nom);", ""))
                .hasSize(3);
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
