package fr.convergence.portail.definition;

import fr.convergence.socle.base.Sha256;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Une seule écriture par contenu (clés triées, sans blanc) : deux contenus égaux ont la même empreinte. */
public final class JsonCanonique {

    // Mille s'écrit « 1000 » et non « 1E+3 », que la lecture d'une définition prendrait pour un texte.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonCanonique() {}

    public static String ecrire(JsonNode json) {
        return JSON.writeValueAsString(json);
    }

    public static JsonNode lire(String json) {
        return JSON.readTree(json);
    }

    /** La même, mise à la ligne pour qui la lit. */
    static String lisible(String canonique) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(lire(canonique));
    }

    /** SHA-256 du texte en UTF-8, en hexadécimal. */
    public static String empreinte(String canonique) {
        return Sha256.hexa(canonique);
    }
}
