package fr.convergence.socle.lienrecu;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.Activation;
import fr.convergence.socle.personne.DemandesDeCourriel.Nature;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Activer son compte (INS-8). Ouvrir le lien ne suffit pas : les messageries ouvrent ceux qu'elles reçoivent. */
@Controller
@Acces(publique = true)
final class ActivationController {

    private final Activation activation;
    private final DemanderUnLien demander;

    ActivationController(Activation activation, DemanderUnLien demander) {
        this.activation = activation;
        this.demander = demander;
    }

    @GetMapping("/activation/{jeton}")
    Vue proposer(@PathVariable String jeton) {
        return switch (activation.lire(jeton)) {
            case EtatDuLien.Valide _ -> new ActivationPage(jeton);
            case EtatDuLien.DejaUtilise _ -> AvisPage.dejaActive();
            case EtatDuLien.Expire _ -> AvisPage.activationExpiree();
            case EtatDuLien.Inconnu _ -> AvisPage.activationInconnue();
        };
    }

    @PostMapping("/activation/{jeton}")
    Vue activer(@PathVariable String jeton) {
        return switch (activation.activer(jeton)) {
            case EtatDuLien.Valide _ -> new Redirection("/connexion").avec(Annonce.succes("lienrecu.activation.faite"));
            case EtatDuLien.DejaUtilise _ -> AvisPage.dejaActive();
            case EtatDuLien.Expire _ -> AvisPage.activationExpiree();
            case EtatDuLien.Inconnu _ -> AvisPage.activationInconnue();
        };
    }

    @GetMapping("/activation/renvoi")
    Vue demander() {
        return DemandeDeLienPage.vierge(DemandeDeLienPage.Objet.ACTIVATION);
    }

    @PostMapping("/activation/renvois")
    Vue renvoyer(@RequestParam(defaultValue = "") String identifiant, HttpServletRequest requete) {
        if (FormeNormale.vide(identifiant)) {
            return DemandeDeLienPage.incomplete(DemandeDeLienPage.Objet.ACTIVATION);
        }
        demander.executer(Nature.ACTIVATION, identifiant, requete.getRemoteAddr());
        return new Redirection("/activation/envoi");
    }

    @GetMapping("/activation/envoi")
    Vue envoye() {
        return AvisPage.activationEnvoyee();
    }
}
