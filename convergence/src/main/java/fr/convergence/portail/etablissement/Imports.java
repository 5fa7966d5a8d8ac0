package fr.convergence.portail.etablissement;

import fr.convergence.portail.etablissement.RapportImport.Compte;
import fr.convergence.portail.etablissement.RapportImport.Objet;
import fr.convergence.portail.etablissement.RapportImport.Rejet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** La mémoire des imports : qui demande d'où vient une ligne du registre la trouve ici. */
final class Imports {

    /** On en montre autant, on les compte tous : un fichier d'un autre format en donnerait cent mille. */
    private static final int REJETS_GARDES = 1000;

    private final JdbcClient sql;

    Imports(JdbcClient sql) {
        this.sql = sql;
    }

    void commencer(UUID id, String fichier, Instant le) {
        inserer(id, fichier, le, "EN_COURS", null);
    }

    /** Un import qui n'a rien changé laisse sa trace, avec sa raison. */
    void abandonner(UUID id, String fichier, Instant le, String issue, String motif) {
        inserer(id, fichier, le, issue, motif);
    }

    void finir(UUID id, RapportImport rapport, Instant le) {
        sql.sql("""
                update etablissement_import set issue = 'IMPORTE', format = :format, date_donnees = :date,
                    termine_le = :le, rejets = :rejets
                where id = :id""")
                .param("id", id)
                .param("format", rapport.lu().format().name())
                .param("date", rapport.lu().dateDonnees().orElse(null))
                .param("le", instant(le))
                .param("rejets", rapport.lu().rejets())
                .update();
        for (var compte : rapport.comptes().entrySet()) {
            compter(id, compte);
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

    private void inserer(UUID id, String fichier, Instant le, String issue, @Nullable String motif) {
        sql.sql("""
                insert into etablissement_import (id, fichier, commence_le, issue, motif)
                values (:id, :fichier, :le, :issue, :motif)""")
                .param("id", id)
                .param("fichier", fichier)
                .param("le", instant(le))
                .param("issue", issue)
                .param("motif", motif)
                .update();
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
