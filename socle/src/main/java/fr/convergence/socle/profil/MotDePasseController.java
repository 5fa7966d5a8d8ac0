package fr.convergence.socle.profil;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.MotDePasse;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.SaisieDeMotDePasse;
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

    /** Le nouveau, juste, quand l'actuel ne l'est pas (décision 0035) ; les attributs d'une session sont scellés. */
    private static final String RETENU = MotDePasseController.class.getName() + ".retenu";

    private final Personnes personnes;
    private final MotDePasse motDePasse;
    private final MotDePasseActuel actuel;
    private final SaisieDeMotDePasse saisie;
    private final MotsDePasse empreintes;
    private final MenuDuCompte menu;

    MotDePasseController(
            Personnes personnes,
            MotDePasse motDePasse,
            MotDePasseActuel actuel,
            SaisieDeMotDePasse saisie,
            MotsDePasse empreintes,
            MenuDuCompte menu) {
        this.personnes = personnes;
        this.motDePasse = motDePasse;
        this.actuel = actuel;
        this.saisie = saisie;
        this.empreintes = empreintes;
        this.menu = menu;
    }

    /** La page ouverte à neuf ne retient rien d'un essai laissé là. */
    @GetMapping(CHEMIN)
    Vue demander(PersonneConnectee qui, HttpSession session) {
        session.removeAttribute(RETENU);
        return new MotDePassePage(menu.pour(qui, CHEMIN), Erreurs.aucune(), false);
    }

    @PostMapping(CHEMIN)
    Vue changer(
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String ancien,
            @RequestParam(name = SaisieDeMotDePasse.CHAMP, defaultValue = "") String choisi,
            @RequestParam(defaultValue = "") String confirmation,
            PersonneConnectee qui,
            HttpSession session) {
        var reprise = choisi.isEmpty() && confirmation.isEmpty() ? retenu(session) : "";
        var nouveau = reprise.isEmpty() ? choisi : reprise;
        var erreurs = Erreurs.aucune();
        actuel.controler(qui, ancien, erreurs);
        var reproches = saisie.controler(
                personnes.titulaire(qui.compte()).orElseThrow(), nouveau, reprise.isEmpty() ? confirmation : reprise);
        reproches.liste().forEach(erreur -> erreurs.ajouter(erreur.champ(), erreur.message()));
        if (erreurs.vides()) {
            session.removeAttribute(RETENU);
            motDePasse.changer(qui, empreintes.empreinte(nouveau), session.getId());
            return new Redirection(CHEMIN).avec(Annonce.succes("profil.mot-de-passe.fait"));
        }
        if (reproches.vides()) {
            session.setAttribute(RETENU, nouveau);
        } else {
            session.removeAttribute(RETENU);
        }
        return new MotDePassePage(menu.pour(qui, CHEMIN), erreurs, reproches.vides());
    }

    private static String retenu(HttpSession session) {
        return session.getAttribute(RETENU) instanceof String retenu ? retenu : "";
    }
}
