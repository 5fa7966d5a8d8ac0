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

    private final JdbcClient sql;
    private final Voisins voisins;

    Recherche(JdbcClient sql) {
        this.sql = sql;
        this.voisins = new Voisins(sql);
    }

    /** {@code ordre} choisit des lignes qui ont les colonnes {@code identifiant}, {@code tri} et {@code recherche}. */
    record Liste(String ordre, Map<String, ?> parametres) {}

    /** Une page et son total : pour une liste qu'un type, une région ou une entité bornent. */
    <T> PageDe<T> page(Liste liste, String saisie, Fenetre fenetre, RowMapper<T> lecture) {
        var filtre = Filtre.de(saisie);
        var exacte = page(liste, filtre, fenetre, false, lecture);
        if (exacte.total() > 0 || filtre.mots().isEmpty()) {
            return exacte;
        }
        return page(liste, filtre.elargi(voisins.de(filtre.mots())), fenetre, true, lecture);
    }

    /** Les premières lignes, sans les compter : le nom qui commence par la saisie d'abord, puis par nom. */
    <T> List<T> premieres(Liste liste, String saisie, int limite, RowMapper<T> lecture) {
        var filtre = Filtre.de(saisie);
        if (filtre.mots().isEmpty()) {
            return List.of();
        }
        var exactes = premieres(liste, filtre, limite, lecture);
        return exactes.isEmpty()
                ? premieres(liste, filtre.elargi(voisins.de(filtre.mots())), limite, lecture)
                : exactes;
    }

    private <T> PageDe<T> page(Liste liste, Filtre filtre, Fenetre fenetre, boolean approchee, RowMapper<T> lecture) {
        var total = new AtomicLong();
        var lignes = sql.sql("""
                select t.*, count(*) over () as total, %s as rang from (%s) t where %s
                order by rang, t.tri, t.identifiant limit :taille offset :debut""".formatted(
                                filtre.rang("t.identifiant", "t.tri"), liste.ordre, filtre.condition("t.recherche")))
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

    /** Les noms qui commencent par la saisie suffisent souvent : l'index les donne dans l'ordre, sans rien trier. */
    private <T> List<T> premieres(Liste liste, Filtre filtre, int limite, RowMapper<T> lecture) {
        var enTete = filtre.enTete("t.tri");
        var condition = filtre.condition("t.recherche");
        var lignes = new ArrayList<>(lignes(liste, enTete + " and " + condition, limite, lecture));
        if (lignes.size() < limite) {
            lignes.addAll(
                    lignes(liste, "not (%s) and %s".formatted(enTete, condition), limite - lignes.size(), lecture));
        }
        return lignes;
    }

    private <T> List<T> lignes(Liste liste, String condition, int limite, RowMapper<T> lecture) {
        return sql.sql("select t.* from (%s) t where %s order by t.tri, t.identifiant limit :limite"
                        .formatted(liste.ordre, condition))
                .params(liste.parametres)
                .param("limite", limite)
                .query(lecture)
                .list();
    }
}
