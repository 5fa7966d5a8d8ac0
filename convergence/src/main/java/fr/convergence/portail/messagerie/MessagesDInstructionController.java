package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Le fil d'un dossier, pour ses vérificateurs : pas le leur répond comme inexistant. */
@Controller
@ReserveA({Role.ARS, Role.ANS})
@RequestMapping("/instruction/{reference}/messages")
final class MessagesDInstructionController {

    private final Dossiers dossiers;
    private final Conversation conversation;
    private final Correspondance correspondance;

    MessagesDInstructionController(Dossiers dossiers, Conversation conversation, Correspondance correspondance) {
        this.dossiers = dossiers;
        this.conversation = conversation;
        this.correspondance = correspondance;
    }

    @GetMapping
    Vue lire(Connecte qui, @PathVariable String reference, @RequestParam(required = false) @Nullable String avant) {
        return conversation.page(qui, dossier(qui, reference), avant);
    }

    @Rejouable("retient la clé lui-même : les octets des pièces jointes arrivent hors de la transaction du message")
    @PostMapping
    Vue envoyer(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String message,
            @RequestParam(required = false) @Nullable List<MultipartFile> pieces,
            HttpServletRequest requete)
            throws Exception {
        var saisie = SaisieDeMessage.lire(message, pieces);
        var dossier = siLeSien(qui, reference);
        return dossier.isPresent()
                ? correspondance.envoyer(qui, dossier.get(), saisie, requete)
                : Correspondance.perdue(qui, saisie);
    }

    @GetMapping("/pieces/{jointe:[0-9a-f-]{36}}")
    void piece(Connecte qui, @PathVariable String reference, @PathVariable UUID jointe, HttpServletResponse reponse)
            throws IOException {
        Telechargement.servir(
                correspondance.piece(qui, dossier(qui, reference), jointe).orElseThrow(this::introuvable), reponse);
    }

    private Dossier dossier(Connecte qui, String reference) {
        return siLeSien(qui, reference).orElseThrow(this::introuvable);
    }

    private Optional<Dossier> siLeSien(Connecte qui, String reference) {
        return ReferenceDeDossier.lire(reference).siLue().flatMap(lue -> dossiers.duVerificateur(qui, lue));
    }

    private ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
