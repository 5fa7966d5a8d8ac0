package fr.convergence.isc.examen;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.identite.LecteursDeVideos;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.isc.inscription.DossierDInscription;
import fr.convergence.isc.inscription.ExaminerInscription;
import fr.convergence.isc.inscription.ExaminerInscription.Decision;
import fr.convergence.isc.inscription.InscriptionsAExaminer;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Examiner une inscription, et la décider : accepter, refuser, redemander (ISC-6). */
@Controller
@ReserveAux(Fonction.OPERATEUR)
@RequestMapping(BureauController.INSCRIPTIONS + "/{id}")
final class ExamenController {

    private final InscriptionsAExaminer inscriptions;
    private final ExaminerInscription examiner;
    private final Verifications verifications;
    private final LecteursDeVideos lecteurs;
    private final Fichiers fichiers;

    ExamenController(
            InscriptionsAExaminer inscriptions,
            ExaminerInscription examiner,
            Verifications verifications,
            LecteursDeVideos lecteurs,
            Fichiers fichiers) {
        this.inscriptions = inscriptions;
        this.examiner = examiner;
        this.verifications = verifications;
        this.lecteurs = lecteurs;
        this.fichiers = fichiers;
    }

    @GetMapping
    Vue examiner(@PathVariable UUID id, Membre qui) {
        var dossier = celui(id);
        return page(qui, dossier, SaisieDExamen.de(dossier.document()), Erreurs.aucune());
    }

    @GetMapping("/document")
    void document(@PathVariable UUID id, HttpServletResponse reponse) throws IOException {
        Telechargement.montrer(
                fichiers.lire(celui(id).document().fichier())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                reponse);
    }

    @PostMapping("/acceptation")
    Vue accepter(@PathVariable UUID id, @ModelAttribute SaisieDExamen saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var entreprise = saisie.acceptee(erreurs);
        return entreprise.isEmpty()
                ? encore(qui, id, saisie, erreurs)
                : suite(examiner.accepter(id, entreprise.get(), qui), "examen.acceptee", qui, id, saisie);
    }

    @PostMapping("/refus")
    Vue refuser(@PathVariable UUID id, @ModelAttribute SaisieDExamen saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var motif = saisie.motif(erreurs);
        return motif.isEmpty()
                ? encore(qui, id, saisie, erreurs)
                : suite(examiner.refuser(id, motif.get(), qui), "examen.refusee", qui, id, saisie);
    }

    @PostMapping("/reprise")
    Vue redemander(@PathVariable UUID id, @ModelAttribute SaisieDExamen saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        if (!saisie.redemandeDocument() && !saisie.redemandeVerification()) {
            erreurs.ajouter("autreDocument", "examen.reprise.manque");
        }
        var motif = saisie.motif(erreurs);
        return motif.isEmpty()
                ? encore(qui, id, saisie, erreurs)
                : suite(
                        examiner.redemander(
                                id, motif.get(), saisie.redemandeDocument(), saisie.redemandeVerification(), qui),
                        "examen.redemandee",
                        qui,
                        id,
                        saisie);
    }

    private Vue suite(Decision decision, String fait, Membre qui, UUID id, SaisieDExamen saisie) {
        return switch (decision) {
            case Decision.Prise _ -> new Redirection(BureauController.INSCRIPTIONS).avec(Annonce.succes(fait));
            case Decision.PlusAExaminer() -> deja();
            case Decision.DejaPris() -> encore(qui, id, saisie, Erreurs.aucune().ajouter("motif", "examen.deja-pris"));
        };
    }

    /** La même page, à corriger ; la file si un autre a décidé entre-temps. */
    private Vue encore(Membre qui, UUID id, SaisieDExamen saisie, Erreurs erreurs) {
        return inscriptions
                .une(id)
                .<Vue>map(dossier -> page(qui, dossier, saisie, erreurs))
                .orElseGet(ExamenController::deja);
    }

    private static Vue deja() {
        return new Redirection(BureauController.INSCRIPTIONS).avec(Annonce.avertissement("examen.deja"));
    }

    private ExamenPage page(Membre qui, DossierDInscription dossier, SaisieDExamen saisie, Erreurs erreurs) {
        var verification = verifications.deLInscription(dossier.id());
        return new ExamenPage(
                dossier,
                verification.orElse(null),
                verification
                        .filter(_ -> lecteurs.nomme(qui))
                        .map(ExamenPage::videos)
                        .orElseGet(List::of),
                lecteurs.nomme(qui),
                saisie,
                erreurs);
    }

    private DossierDInscription celui(UUID id) {
        return inscriptions.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
