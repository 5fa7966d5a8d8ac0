package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.piece.RetirerPiece.Retrait;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les fichiers d'une question : leur liste, qui se tient à jour, et leur retrait. */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping({
    "/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/pieces/{question:[a-z][a-z0-9_]*}",
    "/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/pieces/{lot:[0-9AB]{9}}/{question:[a-z][a-z0-9_]*}"
})
final class PiecesController {

    private final EspacesDeDepot espaces;
    private final Pieces pieces;
    private final RetirerPiece retirer;

    PiecesController(EspacesDeDepot espaces, Pieces pieces, RetirerPiece retirer) {
        this.espaces = espaces;
        this.pieces = pieces;
        this.retirer = retirer;
    }

    /** @param vu marque de la liste que la page montre déjà */
    @GetMapping
    Vue liste(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable(required = false) @Nullable String lot,
            @PathVariable String question,
            @RequestParam(required = false) @Nullable String vu,
            HttpServletResponse reponse) {
        var espace = espace(qui, new Cible(reference, etape, Emplacement.cle(lot, question)));
        var page = PiecesPage.de(espace, ici(espace));
        if (page.tableau().marque().equals(vu)) {
            // Rien n'a changé : remplacer la liste ferait perdre sa place à qui la parcourt au clavier.
            reponse.setHeader("HX-Reswap", "none");
        } else {
            reponse.setHeader("HX-Trigger", "completude");
        }
        return page;
    }

    @Rejouable("un fichier retiré ne se retire plus")
    @PostMapping("/{fichier:[0-9a-f-]{36}}/retrait")
    Vue retirer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable(required = false) @Nullable String lot,
            @PathVariable String question,
            @PathVariable UUID fichier,
            HttpServletResponse reponse) {
        return switch (retirer.executer(qui, new Cible(reference, etape, Emplacement.cle(lot, question)), fichier)) {
            case Retrait.Fait(var espace) -> {
                reponse.setHeader("HX-Trigger", "completude");
                yield PiecesPage.de(espace, ici(espace));
            }
            case Retrait.Fige(var espace) ->
                new Redirection(espace.ancre())
                        .avec(new Annonce(Annonce.Genre.ERREUR, new Message("piece.refus.fige")));
            case Retrait.Inconnu() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Espace espace(Connecte qui, Cible cible) {
        return espaces.duReferent(qui, cible).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<PieceDeposee> ici(Espace espace) {
        return pieces.deLEtape(espace.etape().id())
                .getOrDefault(espace.question().id(), List.of());
    }
}
