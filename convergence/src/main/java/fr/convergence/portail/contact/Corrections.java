package fr.convergence.portail.contact;

import fr.convergence.portail.question.Valeur;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Les contacts corrigés à côté des réponses, version après version. */
@Component
final class Corrections {

    record Correction(int version, Valeur valeur, Instant le) {

        /** @param reponse quand la réponse du formulaire a été donnée : celle qui la suit l'emporte */
        boolean suit(Instant reponse) {
            return !le.isBefore(reponse);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient base;

    Corrections(JdbcClient base) {
        this.base = base;
    }

    /** La dernière de chaque question. */
    Map<String, Correction> dernieres(UUID dossier) {
        var dernieres = new HashMap<String, Correction>();
        base.sql("""
                select distinct on (question) question, version, valeur, le from contact_correction
                where dossier = ? order by question, version desc
                """).param(dossier).query((java.sql.ResultSet ligne) -> {
            dernieres.put(
                    ligne.getString("question"),
                    new Correction(
                            ligne.getInt("version"),
                            JSON.readValue(ligne.getString("valeur"), Valeur.class),
                            ligne.getTimestamp("le").toInstant()));
        });
        return dernieres;
    }

    /** Toutes, par question et par version. */
    Map<String, Map<Integer, Valeur>> toutes(UUID dossier) {
        var toutes = new HashMap<String, Map<Integer, Valeur>>();
        base.sql("select question, version, valeur from contact_correction where dossier = ?")
                .param(dossier)
                .query((java.sql.ResultSet ligne) -> {
                    toutes.computeIfAbsent(ligne.getString("question"), _ -> new HashMap<>())
                            .put(ligne.getInt("version"), JSON.readValue(ligne.getString("valeur"), Valeur.class));
                });
        return toutes;
    }

    /** @return faux si cette version existe déjà : quelqu'un a corrigé entre-temps */
    boolean ajouter(UUID dossier, String question, Correction correction, UUID par) {
        return base.sql("""
                insert into contact_correction (dossier, question, version, valeur, le, par)
                values (?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
                """)
                        .params(
                                dossier,
                                question,
                                correction.version(),
                                JSON.writeValueAsString(correction.valeur()),
                                Timestamp.from(correction.le()),
                                par)
                        .update()
                == 1;
    }
}
