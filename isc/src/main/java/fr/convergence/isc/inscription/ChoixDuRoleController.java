package fr.convergence.isc.inscription;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Étape 1, « Votre rôle » (ISC-2). */
@Controller
@Acces(publique = true)
final class ChoixDuRoleController {

    static final String CHEMIN = "/inscription";

    @GetMapping(CHEMIN)
    Vue choisir() {
        return new ChoixDuRolePage("", Erreurs.aucune());
    }

    @Rejouable("n’écrit rien : mène à la suite selon le rôle")
    @PostMapping(CHEMIN)
    Vue suivant(@RequestParam(defaultValue = "") String role) {
        return switch (role) {
            case "MANDATAIRE" -> new Redirection(EtapeDuMandataire.INFORMATIONS.adresse());
            case "REPRESENTANT" -> new Redirection(adresse(Fonction.REPRESENTANT));
            case "SALARIE" -> new Redirection(adresse(Fonction.SALARIE));
            default -> new ChoixDuRolePage("", Erreurs.aucune().ajouter("role", "inscription.role.manque"));
        };
    }

    private static String adresse(Fonction fonction) {
        return CHEMIN + "/" + fonction.name().toLowerCase(Locale.ROOT) + "/entreprise";
    }
}
