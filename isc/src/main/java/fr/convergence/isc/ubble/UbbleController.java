package fr.convergence.isc.ubble;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ce qu'Ubble envoie de lui-même (CloudEvents). Rien de ce qu'il y dit n'est cru : signé et neuf, l'événement hâte seulement le
 * passage qui ira lire chez lui.
 */
@Controller
@Acces(publique = true)
final class UbbleController {

    static final String CHEMIN = "/partenaires/ubble";

    private static final int CORPS_MAX = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SignatureDUbble signature;
    private final Confies confies;

    UbbleController(SignatureDUbble signature, Confies confies) {
        this.signature = signature;
        this.confies = confies;
    }

    /** Il ne tient pour reçu que 200 ou 201. */
    @Rejouable("chaque événement se garde par son numéro, et ne vaut qu’une fois")
    @PostMapping(CHEMIN)
    ResponseEntity<String> recevoir(HttpServletRequest requete) throws IOException {
        var corps = requete.getInputStream().readNBytes(CORPS_MAX + 1);
        if (corps.length > CORPS_MAX) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var entete = requete.getHeader("Cko-Signature");
        if (entete == null || !signature.vaut(entete, corps)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            var lu = JSON.readTree(corps);
            var id = lu.path("id").asString("");
            var reference = lu.path("data").path("identity_verification_id").asString("");
            if (!id.isEmpty() && !reference.isEmpty()) {
                confies.recevoir(id, reference);
            }
            return ResponseEntity.ok("ok");
        } catch (JacksonException illisible) {
            return ResponseEntity.badRequest().build();
        }
    }
}
