package fr.convergence.portail.export;

import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.page.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Où en est un export.
 *
 * @param echec pourquoi il n'est pas fait, et ne le sera pas
 * @param total combien il en faut faire ; vide quand nul ne le sait
 * @param rendu ce qui se télécharge ; vide tant qu'il n'est pas fait
 */
record SuiviDExport(
        DemandeDExport demande,
        Optional<Message> echec,
        long faits,
        Optional<Long> total,
        Optional<Rendu> rendu,
        Instant demandeLe) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FILTRES = new TypeReference<>() {};

    record Rendu(UUID fichier, String nom, long taille, Instant expireLe) {}

    boolean enCours() {
        return rendu.isEmpty() && echec.isEmpty();
    }

    static SuiviDExport lire(ResultSet ligne, int rang) throws SQLException {
        var etat = ligne.getString("etat");
        return new SuiviDExport(
                new DemandeDExport(
                        ligne.getObject("id", UUID.class),
                        ligne.getObject("compte", UUID.class),
                        Format.valueOf(ligne.getString("forme")),
                        ColonneDExport.lire(List.of(ligne.getString("colonnes").split(","))),
                        JSON.readValue(ligne.getString("filtres"), FILTRES),
                        ligne.getInt("tentatives")),
                etat.equals("ECHOUE")
                        ? Optional.of(new Message(ligne.getString("raison"), ligne.getString("detail")))
                        : Optional.empty(),
                ligne.getLong("faits"),
                Optional.ofNullable(ligne.getObject("total", Long.class)),
                etat.equals("PRET") ? Optional.of(rendu(ligne)) : Optional.empty(),
                ligne.getTimestamp("demande_le").toInstant());
    }

    private static Rendu rendu(ResultSet ligne) throws SQLException {
        return new Rendu(
                ligne.getObject("fichier", UUID.class),
                ligne.getString("nom"),
                ligne.getLong("taille"),
                ligne.getTimestamp("expire_le").toInstant());
    }
}
