package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** « Rester connecté » : la requête suffit à repousser la fin de la session (CNX-7). */
@Controller
@Acces
final class SessionController {

    @Rejouable("repousse la fin de la session, autant de fois qu’on veut")
    @PostMapping("/session/prolongations")
    ResponseEntity<Void> prolonger() {
        return ResponseEntity.noContent().build();
    }
}
