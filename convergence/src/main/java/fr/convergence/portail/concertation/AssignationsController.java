package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.concertation.Assigner.Assignation;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** À qui un dossier est confié (INSTR-4). */
@Controller
@ReserveA({Role.ARS, Role.ANS})
final class AssignationsController {

    private final Assigner assigner;

    AssignationsController(Assigner assigner) {
        this.assigner = assigner;
    }

    /**
     * @param a à qui ; vide pour personne
     * @param vu qui s'en chargeait sur la page
     */
    @PostMapping("/instruction/{reference}/assignations")
    Vue assigner(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam Map<String, String> champs) {
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .map(lue ->
                        assigner(qui, lue, a, vu, RetourALaListe.lire(champs).dossier(lue.valeur())))
                .orElseGet(AssignationsController::introuvable);
    }

    private Vue assigner(Connecte qui, ReferenceDeDossier reference, String a, String vu, String retour) {
        var nouveau = compte(a);
        if (nouveau.isEmpty() && !a.isEmpty()) {
            return retour(retour, Annonce.avertissement("concertation.pas-un-collegue"));
        }
        return switch (assigner.executer(qui, reference, compte(vu), nouveau)) {
            case Assignation.Faite(var nom) ->
                retour(
                        retour,
                        nom.map(charge -> Annonce.succes("concertation.fait", charge))
                                .orElseGet(() -> Annonce.succes("concertation.fait.personne")));
            case Assignation.Devancee(var nom) ->
                retour(
                        retour,
                        nom.map(autre -> Annonce.avertissement("concertation.devancee", autre))
                                .orElseGet(() -> Annonce.avertissement("concertation.devancee.personne")));
            case Assignation.PasUnCollegue() -> retour(retour, Annonce.avertissement("concertation.pas-un-collegue"));
            case Assignation.Inconnu() -> introuvable();
        };
    }

    private static Vue retour(String adresse, Annonce annonce) {
        return new Redirection(adresse).avec(annonce);
    }

    /** Vide pour personne, et pour ce qui n'est pas un compte. */
    private static Optional<UUID> compte(String texte) {
        try {
            return texte.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(texte));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Vue introuvable() {
        return new ErreurPage(HttpStatus.NOT_FOUND, null);
    }
}
