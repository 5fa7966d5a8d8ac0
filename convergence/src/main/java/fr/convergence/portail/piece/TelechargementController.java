package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Telechargement;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Le téléchargement d'une pièce, toujours par l'application (PCE-5). */
@Controller
@ReserveA({Role.REFERENT, Role.ARS, Role.ANS})
final class TelechargementController {

    private static final String PIECE = "/pieces/{fichier:[0-9a-f-]{36}}";

    private final TelechargerPiece telecharger;

    TelechargementController(TelechargerPiece telecharger) {
        this.telecharger = telecharger;
    }

    @GetMapping(PIECE)
    void telecharger(Connecte qui, @PathVariable UUID fichier, HttpServletResponse reponse) throws IOException {
        Telechargement.servir(lecture(qui, fichier), reponse);
    }

    /** Le voir plutôt que l'enregistrer, si c'est un PDF ou une image. */
    @GetMapping(path = PIECE, params = "apercu")
    void montrer(Connecte qui, @PathVariable UUID fichier, HttpServletResponse reponse) throws IOException {
        Telechargement.montrer(lecture(qui, fichier), reponse);
    }

    private FichierOuvert lecture(Connecte qui, UUID fichier) {
        return telecharger.executer(qui, fichier).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
