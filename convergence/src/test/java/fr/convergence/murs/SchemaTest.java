package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** La page du schéma se lit dans une base migrée : elle ne peut pas mentir. */
@ExtendWith(BaseDeTest.class)
class SchemaTest {

    private record Colonne(String table, String nom, String type, boolean obligatoire, boolean cle) {}

    private record Lien(String de, String colonnes, String vers) {}

    @Test
    void le_schema_est_ecrit_dans_la_documentation(JdbcClient base) throws IOException {
        var colonnes = colonnes(base);
        var liens = liens(base);

        assertThat(colonnes).extracting(Colonne::table).contains("compte", "dossier", "courriel", "fichier");
        Documentation.ecrire("schema.md", """
                # Schéma

                Écrit par un essai, lu dans une base migrée. Le premier mot d'une table est le paquet qui la tient ; \
                lui seul l'écrit. Une clé étrangère ne passe d'un paquet à l'autre que si l'un connaît l'autre.

                ```mermaid
                erDiagram
                %s
                ```

                %s""".formatted(dessin(liens), tables(colonnes, liens)));
    }

    private static String dessin(List<Lien> liens) {
        return liens.stream()
                .map(lien -> "    %s ||--o{ %s : \"%s\"".formatted(lien.vers(), lien.de(), lien.colonnes()))
                .collect(Collectors.joining("\n"));
    }

    private static String tables(List<Colonne> colonnes, List<Lien> liens) {
        var page = new StringBuilder();
        colonnes.stream()
                .collect(Collectors.groupingBy(Colonne::table, TreeMap::new, Collectors.toList()))
                .forEach((table, siennes) -> {
                    page.append("## ").append(table).append("\n\n| colonne | type | |\n|---|---|---|\n");
                    siennes.forEach(colonne -> page.append("| `%s` | %s | %s |\n"
                            .formatted(colonne.nom(), colonne.type(), remarques(colonne, liens))));
                    page.append('\n');
                });
        return page.toString().stripTrailing() + "\n";
    }

    private static String remarques(Colonne colonne, List<Lien> liens) {
        var vers = liens.stream()
                .filter(lien -> lien.de().equals(colonne.table())
                        && List.of(lien.colonnes().split(", ")).contains(colonne.nom()))
                .map(lien -> " → " + lien.vers())
                .collect(Collectors.joining());
        return ((colonne.cle() ? "clé" : colonne.obligatoire() ? "" : "facultative") + vers).strip();
    }

    private static List<Colonne> colonnes(JdbcClient base) {
        return base.sql("""
                select c.relname as table, a.attname as nom, format_type(a.atttypid, a.atttypmod) as type,
                       a.attnotnull as obligatoire,
                       exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
                               and a.attnum = any (i.indkey)) as cle
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname not like 'flyway%'
                order by c.relname, a.attnum
                """).query(Colonne.class).list();
    }

    private static List<Lien> liens(JdbcClient base) {
        return base.sql("""
                select conrelid::regclass::text as de,
                       (select string_agg(a.attname, ', ' order by k.rang)
                        from unnest(conkey) with ordinality k(numero, rang)
                        join pg_attribute a on a.attrelid = conrelid and a.attnum = k.numero) as colonnes,
                       confrelid::regclass::text as vers
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
                order by 1, 2, 3
                """).query(Lien.class).list();
    }
}
