package fr.convergence.socle.cledacces;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import fr.convergence.socle.profil.MotDePasseActuel;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Vos clés d'accès » (CNX-5) : la liste, en ajouter une, en retirer une. */
@Controller
@Acces
final class ClesController {

    static final String CHEMIN = "/compte/cles-d-acces";
    static final String NOUVELLE = CHEMIN + "/nouvelle";

    private static final int NOM_MAX = 60;
    private static final int CLES_MAX = 10;

    private final ClesDAcces cles;
    private final Defis defis;
    private final AjouterCle ajouter;
    private final RetirerCle retirer;
    private final MotDePasseActuel actuel;
    private final MenuDuCompte menu;

    ClesController(
            ClesDAcces cles,
            Defis defis,
            AjouterCle ajouter,
            RetirerCle retirer,
            MotDePasseActuel actuel,
            MenuDuCompte menu) {
        this.cles = cles;
        this.defis = defis;
        this.ajouter = ajouter;
        this.retirer = retirer;
        this.actuel = actuel;
        this.menu = menu;
    }

    @GetMapping(CHEMIN)
    Vue lister(PersonneConnectee qui) {
        return page(qui, "", Erreurs.aucune());
    }

    /** Le mot de passe est redemandé : une session laissée ouverte ne doit pas donner une clé à un passant. */
    @PostMapping(NOUVELLE)
    Vue preparer(
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String motDePasse,
            PersonneConnectee qui,
            HttpSession session) {
        var propre = FormeNormale.ligne(nom);
        var erreurs = Erreurs.aucune();
        controler(propre, cles.duCompte(qui.compte()), erreurs);
        actuel.controler(qui, motDePasse, erreurs);
        if (!erreurs.vides()) {
            return page(qui, nom, erreurs);
        }
        defis.creer(qui, propre, session);
        return new Redirection(NOUVELLE);
    }

    @GetMapping(NOUVELLE)
    Vue creer(PersonneConnectee qui, HttpSession session) {
        return defis.creation(session)
                .<Vue>map(creation -> new CreationPage(menu.pour(qui, CHEMIN), creation.nom(), Defis.json(creation)))
                .orElseGet(() -> new Redirection(CHEMIN));
    }

    @PostMapping(CHEMIN)
    Vue ajouter(@RequestParam(defaultValue = "") String reponse, PersonneConnectee qui, HttpSession session) {
        var ajoutee = defis.prendreCreation(session)
                .filter(creation -> ajouter.executer(qui, creation, reponse))
                .isPresent();
        return new Redirection(CHEMIN)
                .avec(ajoutee ? Annonce.succes("cledacces.ajoutee") : Annonce.avertissement("cledacces.non-ajoutee"));
    }

    @PostMapping(CHEMIN + "/retraits")
    Vue retirer(@RequestParam(defaultValue = "") String cle, PersonneConnectee qui) {
        return new Redirection(CHEMIN)
                .avec(
                        switch (retirer.executer(qui, cle)) {
                            case FAIT -> Annonce.succes("cledacces.retiree");
                            case INCONNUE -> Annonce.information("cledacces.deja-retiree");
                            case DERNIER_FACTEUR -> Annonce.avertissement("cledacces.derniere");
                        });
    }

    private static void controler(String nom, List<CleDAcces> siennes, Erreurs erreurs) {
        if (nom.isEmpty() || !ChampSaisi.ligne(nom, NOM_MAX)) {
            erreurs.ajouter("nom", "cledacces.nom.forme", NOM_MAX);
        } else if (siennes.size() >= CLES_MAX) {
            erreurs.ajouter("nom", "cledacces.trop", CLES_MAX);
        } else if (siennes.stream().anyMatch(cle -> cle.nom().equalsIgnoreCase(nom))) {
            erreurs.ajouter("nom", "cledacces.nom.pris");
        }
    }

    private ClesPage page(PersonneConnectee qui, String nom, Erreurs erreurs) {
        return new ClesPage(menu.pour(qui, CHEMIN), cles.duCompte(qui.compte()), nom, erreurs);
    }
}
