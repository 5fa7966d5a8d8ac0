package fr.convergence.portail.etablissement;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Les mots connus à une faute près de ce qui est tapé, même inachevé. Deux mots que sépare une lettre ajoutée, ôtée,
 * changée ou échangée ont en commun un début dont on ôte une lettre au plus : une table
 * garde ces débuts, l'index les trouve, le calcul de distance tranche.
 */
public final class Voisins {

    /** En deçà, tout mot est voisin de tout autre. */
    private static final int LETTRES_MIN = 4;
    /** Le début d'un mot que la table garde : l’import du registre la remplit d’autant. */
    public static final int DEBUT = 7;
    /** Un mot long souffre une faute de plus. */
    private static final int LETTRES_POUR_DEUX_FAUTES = 8;

    private static final int LETTRES_MAX = 40;
    private static final int CANDIDATS_MAX = 3000;
    private static final int VOISINS_MAX = 5;

    private static final String DEBUTS = """
            select case when ote = 0 then tete else left(tete, ote - 1) || substr(tete, ote + 1) end as debut, lu.mot
            from unnest(:mots) lu (mot), left(lu.mot, :debut) as tete, generate_series(0, length(tete)) as ote
            """;

    private final JdbcClient sql;
    private final String table;

    /** @param table où garder ces débuts : colonnes {@code debut} et {@code mot} */
    public Voisins(JdbcClient sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** Pour chaque mot, dans le même ordre, ses voisins du plus proche au plus lointain. */
    public List<List<String>> de(List<String> mots) {
        var corrigibles = mots.stream().filter(Voisins::corrigible).toList();
        if (corrigibles.isEmpty()) {
            return mots.stream().map(_ -> List.<String>of()).toList();
        }
        var debuts = corrigibles.stream().flatMap(mot -> debuts(mot).stream()).collect(Collectors.toSet());
        var candidats = candidats(debuts);
        return mots.stream()
                .map(mot -> corrigible(mot) ? proches(mot, candidats) : List.<String>of())
                .toList();
    }

    /** Apprend ces mots, ceux qu'elle connaît déjà exceptés. */
    public void retenir(Collection<String> mots) {
        var retenus = mots.stream()
                .filter(mot -> corrigible(mot) && mot.length() <= LETTRES_MAX)
                .toArray(String[]::new);
        // Dans l'ordre : deux actes qui apprennent les mêmes mots ne s'interbloquent pas.
        sql.sql("""
                insert into %1$s (debut, mot)
                select distinct debut, mot from (%2$s) d
                where not exists (select from %1$s connu where connu.debut = left(d.mot, :debut) and connu.mot = d.mot)
                order by debut, mot
                on conflict do nothing
                """.formatted(table, DEBUTS))
                .param("mots", retenus)
                .param("debut", DEBUT)
                .update();
    }

    /** Oublie ce mot, que plus rien ne porte. */
    public void oublier(String mot) {
        sql.sql("delete from %s where (debut, mot) in (%s)".formatted(table, DEBUTS))
                .param("mots", new String[] {mot})
                .param("debut", DEBUT)
                .update();
    }

    private List<String> candidats(Set<String> debuts) {
        var conditions = debuts.stream().map("debut like '%s%%'"::formatted).collect(Collectors.joining(" or "));
        return sql.sql("select distinct mot from " + table + " where " + conditions + " limit " + CANDIDATS_MAX)
                .query(String.class)
                .list();
    }

    private static boolean corrigible(String mot) {
        return mot.length() >= LETTRES_MIN && mot.chars().allMatch(Character::isLetter);
    }

    private static Set<String> debuts(String mot) {
        var debut = mot.substring(0, Math.min(mot.length(), DEBUT));
        var debuts = new LinkedHashSet<String>();
        debuts.add(debut);
        for (int i = 0; i < debut.length(); i++) {
            debuts.add(debut.substring(0, i) + debut.substring(i + 1));
        }
        return debuts;
    }

    /**
     * Les plus proches seulement : un mot à deux fautes n'intéresse que si nul n'est à une. Ceux qui commencent par la
     * saisie n'en sont pas, elle les trouve déjà.
     */
    private static List<String> proches(String mot, List<String> candidats) {
        record Proche(String mot, int distance) {}
        var fautes = mot.length() < LETTRES_POUR_DEUX_FAUTES ? 1 : 2;
        var proches = candidats.stream()
                .map(candidat -> new Proche(candidat, distance(mot, candidat)))
                .filter(proche -> proche.distance > 0 && proche.distance <= fautes)
                .toList();
        var moindre = proches.stream().mapToInt(Proche::distance).min().orElse(0);
        return proches.stream()
                .filter(proche -> proche.distance == moindre)
                .map(Proche::mot)
                .sorted(Comparator.comparingInt((String proche) -> Math.abs(proche.length() - mot.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(VOISINS_MAX)
                .toList();
    }

    /** Nombre de fautes (lettre ajoutée, ôtée, changée, deux lettres échangées) entre la saisie et un début de ce mot. */
    static int distance(String saisie, String mot) {
        var n = mot.length();
        var avant = new int[n + 1];
        var derniere = new int[n + 1];
        for (int j = 0; j <= n; j++) {
            derniere[j] = j;
        }
        for (int i = 1; i <= saisie.length(); i++) {
            var ligne = new int[n + 1];
            ligne[0] = i;
            for (int j = 1; j <= n; j++) {
                var change = saisie.charAt(i - 1) == mot.charAt(j - 1) ? 0 : 1;
                ligne[j] = Math.min(Math.min(ligne[j - 1], derniere[j]) + 1, derniere[j - 1] + change);
                if (i > 1 && j > 1 && echangees(saisie, i, mot, j)) {
                    ligne[j] = Math.min(ligne[j], avant[j - 2] + 1);
                }
            }
            avant = derniere;
            derniere = ligne;
        }
        var moindre = derniere[0];
        for (var d : derniere) {
            moindre = Math.min(moindre, d);
        }
        return moindre;
    }

    private static boolean echangees(String a, int i, String b, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
