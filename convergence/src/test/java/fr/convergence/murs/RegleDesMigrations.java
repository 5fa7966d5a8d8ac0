package fr.convergence.murs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ce qu'une migration ne fait pas à une table déjà pleine : l'arrêter le temps d'en relire un million de lignes, ou ôter sous lui
 * ce qu'un nœud de la version précédente lit encore.
 */
final class RegleDesMigrations {

    private static final Pattern CREATION = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern INDEX = Pattern.compile(
            "create (?:unique )?index (concurrently )?(?:if not exists )?(?:\\w+ )?on (?:only )?(\\w+)");
    private static final Pattern NOM_D_INDEX =
            Pattern.compile("create (?:unique )?index concurrently (?:if not exists )?(\\w+) on");
    private static final Pattern CHANGEMENT = Pattern.compile("alter table (?:if exists )?(?:only )?(\\w+) ([^;]*)");
    private static final Pattern RELECTURE = Pattern.compile(
            "alter (?:column )?\\w+ (?:set data )?type|set not null|add (?:constraint \\w+ )?(?:unique|primary key|exclude)\\b(?! using index)");
    private static final Pattern CONTRAINTE = Pattern.compile("add (?:constraint \\w+ )?(?:check|foreign key)");

    private static final Pattern PERTE =
            Pattern.compile("drop (?:table|(?:materialized )?view) (?:if exists )?([^;]*)");
    private static final Pattern COLONNE_OTEE =
            Pattern.compile("\\bdrop (?!constraint|default|not null|identity|expression|index)");
    private static final Pattern NOUVEAU_NOM =
            Pattern.compile("alter (?:table|(?:materialized )?view) ([^;]*?) rename (?!constraint)[^;]*");

    /** Le corps d'une fonction ne se joue pas avec la migration ; un bloc « do » si. */
    private static final Pattern CORPS = Pattern.compile("\\bas \\$\\$.*?\\$\\$");

    private static final Pattern MASSE = Pattern.compile(
            "(?:^|[;$)]|\\bas \\(|\\bthen|\\bloop|\\bbegin) ?"
                    + "(update (?:only )?\\w+|delete from (?:only )?\\w+|insert into \\w+(?: ?\\([^)]*\\))?(?= (?:with|select)\\b))[^;]*");

    private RegleDesMigrations() {}

    /**
     * @param reglages le fichier « .conf » qui l'accompagne ; vide s'il n'y en a pas
     * @return une phrase par infraction
     */
    static List<String> infractions(String migration, String reglages) {
        var sql = migration.replaceAll("--.*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        var nouvelles =
                CREATION.matcher(sql).results().map(trouve -> trouve.group(1)).collect(Collectors.toSet());
        var infractions = new ArrayList<String>();
        index(sql, nouvelles, infractions);
        changements(sql, nouvelles, infractions);
        pertes(sql, nouvelles, infractions);
        masses(sql, infractions);
        if (sql.contains(" concurrently ")) {
            concurrents(sql, reglages, infractions);
        }
        return infractions;
    }

    private static void index(String sql, Set<String> nouvelles, List<String> infractions) {
        INDEX.matcher(sql).results().forEach(trouve -> {
            if (trouve.group(1) == null && !nouvelles.contains(trouve.group(2))) {
                infractions.add("index de " + trouve.group(2) + " construit sans « concurrently »");
            }
        });
    }

    private static void changements(String sql, Set<String> nouvelles, List<String> infractions) {
        CHANGEMENT.matcher(sql).results().forEach(trouve -> {
            var table = trouve.group(1);
            var quoi = trouve.group(2);
            var relit =
                    RELECTURE.matcher(quoi).find() || CONTRAINTE.matcher(quoi).find() && !quoi.contains("not valid");
            if (relit && !nouvelles.contains(table)) {
                infractions.add(table + " relue tout entière sous un verrou : " + quoi.strip());
            }
        });
    }

    /** Ce qui ne sert plus s'ôte une version plus tard, quand plus aucun nœud ne peut le lire. */
    private static void pertes(String sql, Set<String> nouvelles, List<String> infractions) {
        PERTE.matcher(sql).results().forEach(trouve -> {
            if (!nouvelles.containsAll(List.of(trouve.group(1).strip().split(" ?, ?")))) {
                infractions.add("ôté à qui le lit encore : " + trouve.group().strip());
            }
        });
        CHANGEMENT.matcher(sql).results().forEach(trouve -> {
            if (COLONNE_OTEE.matcher(trouve.group(2)).find() && !nouvelles.contains(trouve.group(1))) {
                infractions.add(
                        "colonne ôtée à qui la lit encore : " + trouve.group().strip());
            }
        });
        NOUVEAU_NOM
                .matcher(sql)
                .results()
                .forEach(trouve -> infractions.add("renommé : " + trouve.group().strip()));
    }

    /** Récrire une table entière la tient le temps de la migration : un travail de fond le fait par petits lots. */
    private static void masses(String sql, List<String> infractions) {
        MASSE.matcher(CORPS.matcher(sql).replaceAll(""))
                .results()
                .map(trouve -> trouve.group(1).replaceAll(" ?\\(.*", ""))
                .forEach(ordre -> infractions.add("lignes récrites en nombre par une migration : " + ordre));
    }

    private static void concurrents(String sql, String reglages, List<String> infractions) {
        if (!reglages.contains("executeInTransaction=false")) {
            infractions.add("« concurrently » demande executeInTransaction=false dans le fichier .conf");
        }
        if (!sql.contains("set lock_timeout =")) {
            infractions.add("« concurrently » attend les transactions en cours : set lock_timeout = '10min'");
        }
        NOM_D_INDEX.matcher(sql).results().map(trouve -> trouve.group(1)).forEach(index -> {
            if (!sql.contains("drop index concurrently if exists " + index)) {
                infractions.add(
                        "rejouée, la migration trouverait " + index + " à moitié construit : l'effacer d'abord");
            }
        });
    }
}
