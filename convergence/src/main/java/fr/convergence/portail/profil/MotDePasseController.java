package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.MotDePasse;
import fr.convergence.portail.compte.SaisieDeMotDePasse;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Modifier le mot de passe » (CPT-1). */
@Controller
@Acces
final class MotDePasseController {

    static final String CHEMIN = "/compte/mot-de-passe";

    private final Comptes comptes;
    private final MotDePasse motDePasse;
    private final MotDePasseActuel actuel;
    private final SaisieDeMotDePasse saisie;
    private final MotsDePasse empreintes;
    private final MenuDuCompte menu;

    MotDePasseController(
            Comptes comptes,
            MotDePasse motDePasse,
            MotDePasseActuel actuel,
            SaisieDeMotDePasse saisie,
            MotsDePasse empreintes,
            MenuDuCompte menu) {
        this.comptes = comptes;
        this.motDePasse = motDePasse;
        this.actuel = actuel;
        this.saisie = saisie;
        this.empreintes = empreintes;
        this.menu = menu;
    }

    @GetMapping(CHEMIN)
    Vue demander(Connecte qui) {
        return new MotDePassePage(menu.pour(qui, CHEMIN), Erreurs.aucune());
    }

    @PostMapping(CHEMIN)
    Vue changer(
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String ancien,
            @RequestParam(name = SaisieDeMotDePasse.CHAMP, defaultValue = "") String choisi,
            @RequestParam(defaultValue = "") String confirmation,
            Connecte qui,
            HttpSession session) {
        var erreurs = Erreurs.aucune();
        actuel.controler(qui, ancien, erreurs);
        saisie.controler(comptes.titulaire(qui.compte()).orElseThrow(), choisi, confirmation)
                .liste()
                .forEach(erreur -> erreurs.ajouter(erreur.champ(), erreur.message()));
        if (!erreurs.vides()) {
            return new MotDePassePage(menu.pour(qui, CHEMIN), erreurs);
        }
        motDePasse.changer(qui, empreintes.empreinte(choisi), session.getId());
        return new Redirection(CHEMIN).avec(Annonce.succes("profil.mot-de-passe.fait"));
    }
}
