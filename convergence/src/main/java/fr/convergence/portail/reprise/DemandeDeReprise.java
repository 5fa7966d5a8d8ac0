package fr.convergence.portail.reprise;

import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Une demande de reprise.
 *
 * @param tenu le référent à qui elle s'adresse
 * @param refus ce qu'il en a dit, même une fois tranchée
 * @param preuve le fichier que l'opérateur y a joint
 */
record DemandeDeReprise(
        UUID id,
        UUID dossier,
        ReferenceDeDossier reference,
        UUID demandeur,
        UUID tenu,
        String message,
        Instant le,
        EtatDeReprise etat,
        Optional<String> refus,
        Optional<UUID> preuve) {

    static DemandeDeReprise lire(ResultSet ligne, int rang) throws SQLException {
        return new DemandeDeReprise(
                ligne.getObject("id", UUID.class),
                ligne.getObject("dossier", UUID.class),
                new ReferenceDeDossier(ligne.getString("reference")),
                ligne.getObject("demandeur", UUID.class),
                ligne.getObject("tenu", UUID.class),
                ligne.getString("message"),
                ligne.getTimestamp("le").toInstant(),
                EtatDeReprise.lire(ligne),
                Optional.ofNullable(ligne.getString("refus")),
                Optional.ofNullable(ligne.getObject("preuve", UUID.class)));
    }
}
