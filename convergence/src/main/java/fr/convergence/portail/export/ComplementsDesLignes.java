package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.LigneDeListe;
import fr.convergence.socle.identifiant.Telephone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ce qu'un tableau dit d'une étape de plus que la liste de travail, lu page par page. */
@Component
final class ComplementsDesLignes {

    /**
     * @param transmise la première fois
     * @param referent vide s'il n'a plus de compte
     */
    record Complement(String identifiant, Instant transmise, Optional<Referent> referent) {}

    record Referent(String nom, String courriel, String telephone) {}

    /** Une étape : la référence de son dossier et son code. */
    record Cle(String reference, String etape) {

        static Cle de(LigneDeListe ligne) {
            return new Cle(ligne.reference(), ligne.intitule().code());
        }
    }

    private final JdbcClient base;

    ComplementsDesLignes(JdbcClient base) {
        this.base = base;
    }

    Map<Cle, Complement> de(Connecte qui, List<LigneDeListe> lignes) {
        var complements = new HashMap<Cle, Complement>();
        base.sql("""
                select e.reference, e.code, e.candidat, e.transmise_le, r.prenom, r.nom, r.courriel, r.telephone
                from vue_export_etape e left join vue_export_referent r on r.id = e.referent
                where e.reference = any (:references) and (:region = '' or e.region = :region)
                """)
                .param(
                        "references",
                        lignes.stream().map(LigneDeListe::reference).distinct().toArray(String[]::new))
                .param("region", Exports.region(qui.perimetre()))
                .query((ResultSet ligne) -> {
                    complements.put(
                            new Cle(ligne.getString("reference"), ligne.getString("code")),
                            new Complement(
                                    ligne.getString("candidat"),
                                    ligne.getTimestamp("transmise_le").toInstant(),
                                    referent(ligne)));
                });
        return complements;
    }

    private static Optional<Referent> referent(ResultSet ligne) throws SQLException {
        return ligne.getString("nom") == null
                ? Optional.empty()
                : Optional.of(new Referent(
                        ligne.getString("prenom") + " " + ligne.getString("nom"),
                        ligne.getString("courriel"),
                        telephone(ligne.getString("telephone"))));
    }

    private static String telephone(@Nullable String garde) {
        return garde == null ? "" : new Telephone(garde).compose();
    }
}
