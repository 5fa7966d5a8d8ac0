package fr.convergence.portail.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Une seule écriture par contenu (clés triées, sans blanc) : deux contenus égaux ont la même empreinte. */
public final class JsonCanonique {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private JsonCanonique() {}

    public static String ecrire(JsonNode json) {
        return JSON.writeValueAsString(json);
    }

    public static JsonNode lire(String json) {
        return JSON.readTree(json);
    }

    /** SHA-256 du texte en UTF-8, en hexadécimal. */
    public static String empreinte(String canonique) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(canonique.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // toute JVM a SHA-256
        }
    }
}
