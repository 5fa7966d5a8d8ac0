package fr.convergence.portail.transfert;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.compte.Collaborateurs.Collaborateur;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.dossier.DossiersDuReferent.EnCours;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.transfert.ConfierDossiers.Issue;
import fr.convergence.portail.transfert.TransfertPage.DossierAConfier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Un collaborateur, ses informations, et les dossiers qu'on lui confie (TRF-1 ; guide eCaRE 2025, « Transfert d'un dossier »). */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping(TransfertController.CHEMIN + "/{collaborateur}")
final class TransfertController {

    static final String CHEMIN = "/compte/collaborateurs";

    private final Collaborateurs collaborateurs;
    private final DossiersDuReferent dossiers;
    private final GuichetsPublies guichets;
    private final ConfierDossiers confier;
    private final MenuDuCompte menu;

    TransfertController(
            Collaborateurs collaborateurs,
            DossiersDuReferent dossiers,
            GuichetsPublies guichets,
            ConfierDossiers confier,
            MenuDuCompte menu) {
        this.collaborateurs = collaborateurs;
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.confier = confier;
        this.menu = menu;
    }

    @GetMapping
    Vue montrer(@PathVariable UUID collaborateur, Connecte qui) {
        return new CollaborateurPage(page(qui, un(collaborateur, qui), List.of(), Erreurs.aucune()));
    }

    @GetMapping("/transfert")
    Vue choisir(@PathVariable UUID collaborateur, Connecte qui) {
        return page(qui, un(collaborateur, qui), List.of(), Erreurs.aucune());
    }

    @PostMapping("/transferts")
    Vue transferer(
            @PathVariable UUID collaborateur, @RequestParam(defaultValue = "") List<String> dossier, Connecte qui) {
        return switch (confier.executer(qui, collaborateur, dossier)) {
            case Issue.Confies(var nombre) ->
                new Redirection("/compte")
                        .avec(Annonce.succes(nombre > 1 ? "transfert.fait.plusieurs" : "transfert.fait.un"));
            case Issue.AucunChoisi() -> refus(collaborateur, qui, dossier, new Message("transfert.aucun-choisi"));
            case Issue.PlusAVous(var reference) ->
                refus(collaborateur, qui, dossier, new Message("transfert.plus-a-vous", reference));
            case Issue.PlusCollaborateur() ->
                refus(collaborateur, qui, dossier, new Message("transfert.plus-collaborateur"));
        };
    }

    private Vue refus(UUID collaborateur, Connecte qui, List<String> choisis, Message pourquoi) {
        return page(qui, un(collaborateur, qui), choisis, Erreurs.aucune().ajouter(TransfertPage.CHAMP, pourquoi));
    }

    private TransfertPage page(Connecte qui, Collaborateur collaborateur, List<String> choisis, Erreurs erreurs) {
        return new TransfertPage(
                menu.pour(qui, "/compte"),
                CHEMIN + "/" + collaborateur.id(),
                collaborateur.civilite().libelle(),
                collaborateur.prenom(),
                collaborateur.nom(),
                dossiers.de(qui).stream()
                        .filter(dossier -> collaborateur
                                .communs()
                                .contains(dossier.candidat().cle()))
                        .map(this::aConfier)
                        .toList(),
                choisis,
                erreurs);
    }

    private DossierAConfier aConfier(EnCours dossier) {
        return new DossierAConfier(
                dossier.reference().valeur(),
                guichets.version(dossier.guichet()).definition().titre(),
                dossier.candidat().nom());
    }

    /** Qui n'est pas, ou plus, du même établissement n'existe pas. */
    private Collaborateur un(UUID collaborateur, Connecte qui) {
        return collaborateurs
                .un(qui.compte(), collaborateur)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
