package fr.convergence.portail.fournee;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.fournee.Fournees.Rendue;
import fr.convergence.portail.fournee.NouvelleFourneePage.Choisie;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Valider plusieurs étapes d'un coup (INSTR-4) : choisir, confirmer, lire le compte rendu. */
@Controller
@ReserveA({Role.ARS, Role.ANS})
@RequestMapping("/instruction/fournees")
final class FourneesController {

    private final ListeDeTravail liste;
    private final ExamenDesEtapes examen;
    private final DemanderFournee demander;
    private final Fournees fournees;
    private final Textes textes;

    FourneesController(
            ListeDeTravail liste, ExamenDesEtapes examen, DemanderFournee demander, Fournees fournees, Textes textes) {
        this.liste = liste;
        this.examen = examen;
        this.demander = demander;
        this.fournees = fournees;
        this.textes = textes;
    }

    @GetMapping
    Vue lister(Connecte qui) {
        return FourneesPage.de(fournees.de(qui));
    }

    /** @param e chaque étape choisie ; le reste dit la liste d'où l'on vient */
    @GetMapping("/nouveau")
    Vue proposer(
            Connecte qui, @RequestParam(defaultValue = "") List<String> e, @RequestParam Map<String, String> adresse) {
        return page(qui, e, adresse);
    }

    @PostMapping
    Vue demander(
            Connecte qui, @RequestParam(defaultValue = "") List<String> e, @RequestParam Map<String, String> adresse) {
        var designees = Designation.lire(e);
        if (designees.isEmpty() || designees.size() > DemanderFournee.ETAPES_MAX) {
            return page(qui, e, adresse);
        }
        // Ce qui empêche est dit étape par étape dans le compte rendu, à l'instant où chacune serait acceptée.
        var choisies = examen.de(qui, designees);
        return new Redirection("/instruction/fournees/" + demander.executer(qui, choisies));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    Vue rendre(Connecte qui, @PathVariable UUID id) {
        var rendues = fournees.rendues(qui, id);
        if (rendues.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new FourneePage(
                "/instruction/fournees/" + id, rendues.stream().map(this::ligne).toList());
    }

    private FourneePage.Ligne ligne(Rendue rendue) {
        return new FourneePage.Ligne(
                rendue.reference(),
                "/instruction/" + rendue.reference() + "?etape=" + rendue.etape(),
                rendue.candidat(),
                rendue.issue(),
                rendue.issue().map(acceptee -> message(rendue, acceptee)));
    }

    private Message message(Rendue rendue, boolean acceptee) {
        var detail = rendue.detail().orElse("");
        var dit = textes.connait(detail) ? textes.de(detail) : detail;
        return acceptee
                ? new Message("fournee.acceptee", dit)
                : new Message(rendue.raison().orElse("fournee.refus.panne"), dit);
    }

    private Vue page(Connecte qui, List<String> e, Map<String, String> adresse) {
        var designees = Designation.lire(e);
        var filtres = liste.filtres(qui, adresse);
        var erreurs = Erreurs.aucune();
        if (designees.isEmpty()) {
            erreurs.ajouter("e", "fournee.rien");
        } else if (designees.size() > DemanderFournee.ETAPES_MAX) {
            erreurs.ajouter("e", "fournee.trop", designees.size(), DemanderFournee.ETAPES_MAX);
        }
        var examinees = erreurs.vides() ? examen.de(qui, designees) : List.<ExamenDesEtapes.Examinee>of();
        return new NouvelleFourneePage(
                liste.adresse(qui, filtres),
                filtres,
                examinees.stream()
                        .map(examinee -> new Choisie(
                                examinee.designee().reference().valeur(),
                                examinee.candidat(),
                                examinee.acceptable()
                                        ? Optional.of(examinee.lue().toString())
                                        : Optional.empty(),
                                examinee.obstacle().or(examinee::reserve)))
                        .toList(),
                erreurs);
    }
}
