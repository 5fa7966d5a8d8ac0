package fr.convergence.portail.convention;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.signature.Yousign;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ce que le prestataire de signature envoie de lui-même. Rien de ce qu'il y dit n'est cru : signé et neuf, l'événement hâte
 * seulement le passage qui ira lire chez lui. Rejoué, en désordre ou d'un dossier inconnu, il ne change donc rien.
 */
@Controller
@Acces(publique = true)
final class PrestataireController {

    private static final int CORPS_MAX = 64 * 1024;

    private final Yousign prestataire;
    private final Confiees confiees;

    PrestataireController(Yousign prestataire, Confiees confiees) {
        this.prestataire = prestataire;
        this.confiees = confiees;
    }

    @Rejouable("chaque événement se garde par son numéro, et ne vaut qu’une fois")
    @PostMapping("/partenaires/yousign")
    ResponseEntity<Void> recevoir(HttpServletRequest requete) throws IOException {
        var corps = requete.getInputStream().readNBytes(CORPS_MAX + 1);
        if (corps.length > CORPS_MAX) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var signature = requete.getHeader("X-Yousign-Signature-256");
        var evenement = prestataire.evenement(signature == null ? "" : signature, corps);
        if (evenement.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        confiees.recevoir(evenement.get());
        return ResponseEntity.noContent().build();
    }
}
