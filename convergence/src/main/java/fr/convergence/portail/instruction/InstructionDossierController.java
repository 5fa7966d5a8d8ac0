package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Vue;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Le dossier d'un candidat, lu par un vérificateur (INSTR-2) : pas le sien répond comme inexistant. */
@Controller
@RequestMapping("/instruction/{reference}")
@ReserveA({Role.ARS, Role.ANS})
final class InstructionDossierController {

    private final Dossiers dossiers;
    private final LectureDuDossier lecture;
    private final HistoriqueDuDossier historique;
    private final ListeDeTravail liste;

    InstructionDossierController(
            Dossiers dossiers, LectureDuDossier lecture, HistoriqueDuDossier historique, ListeDeTravail liste) {
        this.liste = liste;
        this.dossiers = dossiers;
        this.lecture = lecture;
        this.historique = historique;
    }

    /** @param liste celle d'où l'on vient, et où l'on en est */
    @GetMapping
    Vue dossier(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam Optional<String> etape,
            @RequestParam Optional<String> depuis,
            @RequestParam Optional<String> liste) {
        return dossier(qui, reference)
                .<Vue>map(dossier -> lecture.page(
                        qui,
                        dossier,
                        etape(qui, dossier, etape),
                        depuis,
                        liste.flatMap(position -> this.liste.suite(qui, position))))
                .orElseGet(InstructionDossierController::introuvable);
    }

    @GetMapping("/historique")
    Vue historique(Connecte qui, @PathVariable String reference) {
        return dossier(qui, reference)
                .<Vue>map(dossier -> new HistoriqueDInstructionPage(
                        dossier.reference().valeur(),
                        dossier.candidat().nom(),
                        historique.pourUnVerificateur(dossier),
                        lecture.titresDesEtapes(dossier)))
                .orElseGet(InstructionDossierController::introuvable);
    }

    private Optional<Dossier> dossier(Connecte qui, String reference) {
        return ReferenceDeDossier.lire(reference).siLue().flatMap(lue -> dossiers.duVerificateur(qui, lue));
    }

    /** Celle que l'adresse nomme, sinon celle qui attend ce vérificateur, sinon la dernière transmise. */
    private static Etape etape(Connecte qui, Dossier dossier, Optional<String> code) {
        return code.flatMap(dossier::etape)
                .or(() -> dossier.etapes().stream()
                        .filter(etape -> Competence.decide(qui, etape))
                        .findFirst())
                .or(() -> dossier.etapes().reversed().stream()
                        .filter(etape -> etape.etat().transmise())
                        .findFirst())
                .orElseGet(dossier::courante);
    }

    private static Vue introuvable() {
        return new ErreurPage(HttpStatus.NOT_FOUND, null);
    }
}
