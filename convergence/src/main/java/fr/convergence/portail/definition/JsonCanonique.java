package fr.convergence.portail.definition;

import fr.convergence.socle.base.Sha256;
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
        return Sha256.hexa(canonique);
    }
}
