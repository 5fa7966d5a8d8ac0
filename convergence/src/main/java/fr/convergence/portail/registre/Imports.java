package fr.convergence.portail.registre;

import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.RapportImport.Rejet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** La mémoire des imports : qui demande d'où vient une ligne du registre la trouve ici. */
final class Imports {

    /** On en garde autant, on les compte tous : un fichier d'un autre format en donnerait cent mille. */
    private static final int REJETS_GARDES = 10_000;

    private final JdbcClient sql;

    Imports(JdbcClient sql) {
        this.sql = sql;
    }

    void commencer(UUID id, String fichier, Instant le) {
        inserer(id, fichier, le, "EN_COURS");
    }

    /** Un import qui n'a rien changé laisse sa trace, avec sa raison. */
    void refuser(UUID id, String fichier, Instant le, String motif) {
        inserer(id, fichier, le, "REFUSE");
        motiver(id, motif);
    }

    /** Un essai : ce qu'il aurait changé, ce qu'il a écarté. */
    void retenir(RapportImport rapport, String motif, Instant le) {
        inserer(rapport.id(), rapport.fichier(), rapport.commenceLe(), "A_CONFIRMER");
        clore(rapport, "A_CONFIRMER", le);
        motiver(rapport.id(), motif);
        sql.sql("""
                insert into etablissement_import_rejet (import_id, rang, fichier, ligne, motif)
                select :id, rang, fichier, ligne, motif
                from unnest(:fichiers::text[], :lignes::bigint[], :motifs::text[])
                    with ordinality as rejet (fichier, ligne, motif, rang)""")
                .param("id", rapport.id())
                .param("fichiers", rejets(rapport, Rejet::fichier).toArray(String[]::new))
                .param("lignes", rejets(rapport, Rejet::ligne).toArray(Long[]::new))
                .param("motifs", rejets(rapport, Rejet::motif).toArray(String[]::new))
                .update();
    }

    void finir(RapportImport rapport, Instant le) {
        clore(rapport, "IMPORTE", le);
    }

    private void clore(RapportImport rapport, String issue, Instant le) {
        sql.sql("""
                update etablissement_import set issue = :issue, format = :format, date_donnees = :date,
                    termine_le = :le, rejets = :rejets
                where id = :id""")
                .param("id", rapport.id())
                .param("issue", issue)
                .param("format", rapport.lu().format().name())
                .param("date", rapport.lu().dateDonnees().orElse(null))
                .param("le", instant(le))
                .param("rejets", rapport.lu().rejets())
                .update();
        for (var compte : rapport.comptes().entrySet()) {
            compter(rapport.id(), compte);
        }
    }

    long garderLesRejets(UUID id) {
        sql.sql("""
                insert into etablissement_import_rejet (import_id, rang, fichier, ligne, motif)
                select :id, row_number() over (order by fichier, ligne, motif), fichier, ligne, motif from zone_rejet
                order by fichier, ligne, motif limit :garde""").param("id", id).param("garde", REJETS_GARDES).update();
        return sql.sql("select count(*) from zone_rejet").query(Long.class).single();
    }

    List<Rejet> rejets(UUID id) {
        return sql.sql(
                        "select fichier, ligne, motif from etablissement_import_rejet where import_id = :id order by rang")
                .param("id", id)
                .query(Rejet.class)
                .list();
    }

    /** Un import confirmé reprend la ligne de son essai : ce qu'elle comptait ne vaut plus. */
    private void inserer(UUID id, String fichier, Instant le, String issue) {
        sql.sql("delete from etablissement_import_compte where import_id = ?")
                .param(id)
                .update();
        sql.sql("delete from etablissement_import_rejet where import_id = ?")
                .param(id)
                .update();
        sql.sql("""
                insert into etablissement_import (id, fichier, commence_le, issue) values (:id, :fichier, :le, :issue)
                on conflict (id) do update set issue = excluded.issue, commence_le = excluded.commence_le, motif = null,
                    termine_le = null, rejets = 0""")
                .param("id", id)
                .param("fichier", fichier)
                .param("le", instant(le))
                .param("issue", issue)
                .update();
    }

    private void motiver(UUID id, String motif) {
        sql.sql("update etablissement_import set motif = nullif(?, '') where id = ?")
                .params(motif, id)
                .update();
    }

    private static <T> Stream<T> rejets(RapportImport rapport, Function<Rejet, T> champ) {
        return rapport.lu().premiersRejets().stream().map(champ);
    }

    private void compter(UUID id, Map.Entry<Objet, Compte> compte) {
        sql.sql("""
                insert into etablissement_import_compte (import_id, objet, ajoutes, modifies, fermes)
                values (:id, :objet, :ajoutes, :modifies, :fermes)""")
                .param("id", id)
                .param("objet", compte.getKey().name())
                .param("ajoutes", compte.getValue().ajoutes())
                .param("modifies", compte.getValue().modifies())
                .param("fermes", compte.getValue().fermes())
                .update();
    }

    private static OffsetDateTime instant(Instant le) {
        return le.atOffset(ZoneOffset.UTC);
    }
}
