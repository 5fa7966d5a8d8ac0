package fr.convergence.doublures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reçoit les SMS que le site confie à sa passerelle, et les range avec les courriels : le numéro y est le destinataire. */
final class ReceptionDesSms {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NUMERO = "\\+\\d{6,15}";

    private final CourrielsRecus courriels;

    ReceptionDesSms(CourrielsRecus courriels) {
        this.courriels = courriels;
    }

    /** Un numéro ou un texte qui n'en est pas un est refusé pour de bon, comme le ferait un opérateur. */
    ReponseHttp recevoir(byte[] corps) throws IOException {
        try {
            var lu = JSON.readTree(corps);
            var a = lu.path("to").asString("");
            var texte = lu.path("text").asString("");
            var id = lu.path("id").asString("");
            if (!a.matches(NUMERO) || texte.isBlank() || !id.matches("[\\w-]{1,64}")) {
                return ReponseHttp.vide(422);
            }
            var message = message(lu.path("from").asString("").replaceAll("[^\\w ]", ""), a, id, texte)
                    .getBytes(StandardCharsets.US_ASCII);
            courriels.garder("sms@localhost", List.of(a), new ByteArrayInputStream(message), message.length);
            return ReponseHttp.vide(202);
        } catch (JacksonException illisible) {
            return ReponseHttp.vide(400);
        }
    }

    private static String message(String de, String a, String id, String texte) {
        return """
                From: "%s" <sms@localhost>\r
                To: %s\r
                Subject: SMS\r
                Message-ID: <%s@sms>\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: base64\r
                \r
                %s\r
                """.formatted(de, a, id, Base64.getMimeEncoder().encodeToString(texte.getBytes(StandardCharsets.UTF_8)));
    }
}
