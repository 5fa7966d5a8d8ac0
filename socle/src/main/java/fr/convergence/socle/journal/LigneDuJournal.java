package fr.convergence.socle.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Une ligne du journal : qui a fait quoi, sur quoi, quand. */
public record LigneDuJournal(
        UUID id, String chaine, long rang, Instant le, String acteur, String acte, SortedMap<String, String> detail) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    /** Une rangée de la table du journal. */
    static LigneDuJournal lire(ResultSet ligne) throws SQLException {
        return new LigneDuJournal(
                ligne.getObject("id", UUID.class),
                ligne.getString("chaine"),
                ligne.getLong("rang"),
                ligne.getTimestamp("le").toInstant(),
                ligne.getString("acteur"),
                ligne.getString("acte"),
                JSON.readValue(ligne.getString("detail"), DETAIL));
    }

    /** Tout ce que le sceau couvre, sans ambiguïté : chaque champ précédé de sa longueur, à la suite du maillon d'avant. */
    byte[] canonique(byte[] precedente) {
        var octets = new ByteArrayOutputStream();
        try (var sortie = new DataOutputStream(octets)) {
            sortie.write(precedente);
            sortie.writeLong(rang);
            sortie.writeLong(le.getEpochSecond());
            sortie.writeInt(le.getNano());
            for (var champ : new String[] {id.toString(), chaine, acteur, acte}) {
                ecrire(sortie, champ);
            }
            sortie.writeInt(detail.size());
            for (var entree : detail.entrySet()) {
                ecrire(sortie, entree.getKey());
                ecrire(sortie, entree.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void ecrire(DataOutputStream sortie, String champ) throws IOException {
        var octets = champ.getBytes(StandardCharsets.UTF_8);
        sortie.writeInt(octets.length);
        sortie.write(octets);
    }
}
