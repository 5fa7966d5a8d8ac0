package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.piece.DeposerPiece.Demande;
import fr.convergence.portail.piece.DeposerPiece.Depot;
import fr.convergence.socle.envoi.PlacesDesMorceaux;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.fichier.Tus;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** L'envoi reprenable (tus) des fichiers d'une question ; contrat dans apparence/src/envoi.js. */
@Controller
@ReserveA(Role.REFERENT)
final class TeleversementController {

    private static final String TELEVERSEMENTS =
            "/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/televersements";

    private static final String CREATION = TELEVERSEMENTS + "/{question:[a-z][a-z0-9_]*}";

    /** Dans la ligne d'un tableau. */
    private static final String CREATION_EN_LIGNE = TELEVERSEMENTS + "/{lot:[0-9AB]{9}}/{question:[a-z][a-z0-9_]*}";

    private final DeposerPiece deposer;
    private final EspacesDeDepot espaces;
    private final Pieces pieces;
    private final Tus tus;
    private final PlacesDesMorceaux places;
    private final Textes textes;

    TeleversementController(
            DeposerPiece deposer,
            EspacesDeDepot espaces,
            Pieces pieces,
            Tus tus,
            PlacesDesMorceaux places,
            Textes textes) {
        this.places = places;
        this.deposer = deposer;
        this.espaces = espaces;
        this.pieces = pieces;
        this.tus = tus;
        this.textes = textes;
    }

    @RequestMapping(
            path = {CREATION, CREATION_EN_LIGNE},
            method = RequestMethod.OPTIONS)
    void capacites(HttpServletResponse reponse) {
        tus.capacites(reponse);
    }

    @Rejouable("envoi reprenable : le même fichier reprend le même envoi")
    @PostMapping({CREATION, CREATION_EN_LIGNE})
    void creer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable(required = false) @Nullable String lot,
            @PathVariable String question,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        var lue = tus.annonce(requete, reponse);
        if (lue.isEmpty()) {
            return;
        }
        var cible = new Cible(reference, etape, Emplacement.cle(lot, question));
        avecSaPlace(qui, requete, reponse, () -> creer(qui, cible, lue.get(), requete, reponse));
    }

    private void creer(
            Connecte qui, Cible cible, Tus.Creation annonce, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        switch (deposer.executer(qui, cible, new Demande(annonce.nom(), annonce.taille(), annonce.modifie()))) {
            case Depot.Ouvert(var fichier) ->
                tus.cree(requete, reponse, fichier, qui.getName(), "/televersements/" + fichier);
            case Depot.Refuse(var pourquoi) -> refuser(reponse, HttpStatus.UNPROCESSABLE_CONTENT, pourquoi);
            case Depot.Inconnu() -> reponse.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }

    @Rejouable("envoi reprenable : un morceau porte sa position, et ne s’écrit qu’à elle")
    @RequestMapping(
            path = "/televersements/{fichier:[0-9a-f-]{36}}",
            method = {RequestMethod.HEAD, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.POST})
    void servir(Connecte qui, @PathVariable UUID fichier, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        var espace = pieces.rangement(fichier).flatMap(rangement -> espaces.duReferent(qui, rangement));
        if (espace.isEmpty()) {
            reponse.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (espace.get().modifiable()) {
            avecSaPlace(qui, requete, reponse, () -> tus.servir(requete, reponse, fichier, qui.getName()));
        } else {
            refuser(reponse, HttpStatus.GONE, new Message("piece.refus.fige"));
        }
    }

    private interface Reception {
        void faire() throws IOException;
    }

    /** Un morceau tient sa place en mémoire tant qu'il arrive ; sans place, il reviendra de lui-même. */
    private void avecSaPlace(Connecte qui, HttpServletRequest requete, HttpServletResponse reponse, Reception reception)
            throws IOException {
        if (!Tus.apporte(requete)) {
            reception.faire();
            return;
        }
        var place = places.prendre(requete, qui.compte());
        if (place.isEmpty()) {
            tus.plusTard(reponse);
            return;
        }
        try (var _ = place.get()) {
            reception.faire();
        }
    }

    private void refuser(HttpServletResponse reponse, HttpStatus statut, Message pourquoi) throws IOException {
        reponse.setStatus(statut.value());
        reponse.setHeader("Tus-Resumable", Tus.VERSION);
        reponse.setContentType("text/plain;charset=UTF-8");
        reponse.getOutputStream().write(textes.de(pourquoi).getBytes(StandardCharsets.UTF_8));
    }
}
