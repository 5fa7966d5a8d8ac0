package fr.convergence.portail.etablissement;

import fr.convergence.portail.etablissement.CritereDeCandidat.Fenetre;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cherche dans une liste du registre : les mots tapés d'abord, leurs voisins quand ceux-ci ne donnent rien. */
final class Recherche {

    private static final int EXAMINEES_MAX = 500;

    private final JdbcClient sql;
    private final Voisins voisins;

    Recherche(JdbcClient sql) {
        this.sql = sql;
        this.voisins = new Voisins(sql, "etablissement_mot_debut");
    }

    /** {@code ordre} choisit des lignes qui ont les colonnes {@code identifiant}, {@code tri} et {@code recherche}. */
    record Liste(String ordre, Map<String, ?> parametres, String rangement) {

        Liste(String ordre, Map<String, ?> parametres) {
            this(ordre, parametres, "t.tri, t.identifiant");
        }

        /** La même, rangée par code et non par nom (eCaRE 2024, liste des GHT d'une région). */
        Liste parIdentifiant() {
            return new Liste(ordre, parametres, "t.identifiant");
        }
    }

    /** Une page et son total : pour une liste qu'un type, une région ou une entité bornent. */
    <T> PageDe<T> page(Liste liste, String saisie, Fenetre fenetre, RowMapper<T> lecture) {
        var filtre = Filtre.de(saisie);
        var exacte = page(liste, filtre, fenetre, false, lecture);
        if (exacte.total() > 0 || filtre.mots().isEmpty()) {
            return exacte;
        }
        return page(liste, filtre.elargi(voisins.de(filtre.mots())), fenetre, true, lecture);
    }

    /**
     * Les premières lignes, sans les compter : les noms qui commencent par la saisie, puis les autres, par nom. Au-delà de
     * {@value #EXAMINEES_MAX} réponses seules les premières trouvées sont rangées : il reste à taper un mot de plus.
     */
    <T> List<T> premieres(Liste liste, String saisie, int limite, RowMapper<T> lecture) {
        var filtre = Filtre.de(saisie);
        if (filtre.mots().isEmpty()) {
            return List.of();
        }
        var enTete = filtre.enTete("t.tri");
        var lignes = new ArrayList<>(parNom(liste, enTete, limite, lecture));
        if (lignes.size() < limite) {
            var suite = "not (%s) and %s".formatted(enTete, filtre.condition("t.recherche"));
            lignes.addAll(trouvees(liste, suite, limite - lignes.size(), lecture));
        }
        return lignes.isEmpty()
                ? trouvees(liste, filtre.elargi(voisins.de(filtre.mots())).condition("t.recherche"), limite, lecture)
                : lignes;
    }

    private <T> PageDe<T> page(Liste liste, Filtre filtre, Fenetre fenetre, boolean approchee, RowMapper<T> lecture) {
        var total = new AtomicLong();
        var lignes = sql.sql("""
                select t.*, count(*) over () as total, %s as rang from (%s) t where %s
                order by rang, %s limit :taille offset :debut""".formatted(
                                filtre.rang("t.identifiant", "t.tri"),
                                liste.ordre,
                                filtre.condition("t.recherche"),
                                liste.rangement))
                .params(liste.parametres)
                .param("taille", fenetre.taille())
                .param("debut", fenetre.debut())
                .query((ligne, rang) -> {
                    total.set(ligne.getLong("total"));
                    return lecture.mapRow(ligne, rang);
                })
                .list();
        if (lignes.isEmpty() && fenetre.numero() > 1) {
            // Au-delà de la dernière page, il n'y a plus de ligne pour dire le total.
            return page(liste, filtre, new Fenetre(1, fenetre.taille()), approchee, lecture);
        }
        return new PageDe<>(lignes, total.get(), fenetre.numero(), fenetre.taille(), approchee);
    }

    /** L'index donne les noms qui commencent ainsi dans leur ordre, sans rien trier. */
    private <T> List<T> parNom(Liste liste, String condition, int limite, RowMapper<T> lecture) {
        return lignes("select t.* from (%s) t where %s".formatted(liste.ordre, condition), liste, limite, lecture);
    }

    /** Borné avant d'être rangé : sinon le planificateur parcourt tous les noms dans l'ordre en espérant les trouver tôt. */
    private <T> List<T> trouvees(Liste liste, String condition, int limite, RowMapper<T> lecture) {
        var bornees = "select * from (select t.* from (%s) t where %s limit %d) t"
                .formatted(liste.ordre, condition, EXAMINEES_MAX);
        return lignes(bornees, liste, limite, lecture);
    }

    private <T> List<T> lignes(String ordre, Liste liste, int limite, RowMapper<T> lecture) {
        return sql.sql(ordre + " order by t.tri, t.identifiant limit :limite")
                .params(liste.parametres)
                .param("limite", limite)
                .query(lecture)
                .list();
    }
}
