package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ResultSetExtractor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Refait un dossier de ses lignes : une par étape, dans l'ordre. */
final class LectureDesDossiers implements ResultSetExtractor<Optional<Dossier>> {

    static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Correction>> CORRECTIONS = new TypeReference<>() {};

    @Override
    public Optional<Dossier> extractData(ResultSet lignes) throws SQLException, DataAccessException {
        return lignes.next() ? Optional.of(dossier(lignes)) : Optional.empty();
    }

    /** Tous ceux des lignes, qui se suivent dossier par dossier. */
    static List<Dossier> tous(ResultSet lignes) throws SQLException {
        var dossiers = new ArrayList<Dossier>();
        if (lignes.next()) {
            do {
                dossiers.add(dossier(lignes));
            } while (!lignes.isAfterLast());
        }
        return dossiers;
    }

    /** Celui de cette ligne et de celles qui la suivent ; la lecture s'arrête à la première d'un autre. */
    private static Dossier dossier(ResultSet lignes) throws SQLException {
        var id = lignes.getObject("dossier", UUID.class);
        var reference = new ReferenceDeDossier(lignes.getString("reference"));
        var guichet = new Reference(lignes.getString("guichet"), lignes.getInt("guichet_version"));
        var cle =
                new CleCandidat(TypeCandidat.valueOf(lignes.getString("candidat_type")), lignes.getString("candidat"));
        var candidat = new CandidatDuDossier(cle, lignes.getString("candidat_nom"));
        var region = Region.duCode(lignes.getString("region"));
        var referent = lignes.getObject("referent", UUID.class);
        var creeLe = instant(lignes, "cree_le");
        var etapes = new ArrayList<Etape>();
        do {
            etapes.add(etape(lignes));
        } while (lignes.next() && lignes.getObject("dossier", UUID.class).equals(id));
        return new Dossier(id, reference, guichet, candidat, region, referent, creeLe, etapes);
    }

    private static Etape etape(ResultSet ligne) throws SQLException {
        var circuit = new ArrayList<Niveau>();
        for (var niveau : (String[]) ligne.getArray("circuit").getArray()) {
            circuit.add(Niveau.valueOf(niveau));
        }
        return new Etape(
                ligne.getObject("etape", UUID.class),
                ligne.getString("code"),
                ligne.getInt("rang"),
                circuit,
                etat(ligne),
                ligne.getInt("version"));
    }

    private static EtatEtape etat(ResultSet ligne) throws SQLException {
        var depuis = instant(ligne, "depuis");
        return switch (CodeDEtat.valueOf(ligne.getString("etat"))) {
            case FERMEE -> new EtatEtape.Fermee();
            case BROUILLON -> new EtatEtape.Brouillon();
            case EN_VERIFICATION -> new EtatEtape.EnVerification(niveau(ligne), depuis);
            case A_MODIFIER ->
                new EtatEtape.AModifier(
                        niveau(ligne),
                        depuis,
                        ligne.getString("motif"),
                        JSON.readValue(ligne.getString("corrections"), CORRECTIONS),
                        ligne.getBoolean("limitee"),
                        instant(ligne, "retour_avant"));
            case ACCEPTEE -> new EtatEtape.Acceptee(depuis);
            case REFUSEE -> new EtatEtape.Refusee(niveau(ligne), depuis, ligne.getString("motif"));
            case CLOSE -> new EtatEtape.Close(depuis);
        };
    }

    private static Niveau niveau(ResultSet ligne) throws SQLException {
        return Niveau.valueOf(ligne.getString("niveau"));
    }

    private static Instant instant(ResultSet ligne, String colonne) throws SQLException {
        return ligne.getObject(colonne, Timestamp.class).toInstant();
    }
}
