package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.accueil.Public;
import fr.convergence.portail.accueil.TextesDAccueil;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les textes de l'accueil, un par public (ACC-1) : les écrire, les voir, revenir à ceux qui sont livrés. */
@Controller
@ReserveA(Role.OPERATEUR)
final class TextesController {

    static final String CHEMIN = "/administration/accueil";
    private static final String UN_TEXTE = CHEMIN + "/{nom}";
    private static final int TEXTE_MAX = 5_000;

    private final TextesDAccueil textes;
    private final EcrireTexteDAccueil ecrire;

    TextesController(TextesDAccueil textes, EcrireTexteDAccueil ecrire) {
        this.textes = textes;
        this.ecrire = ecrire;
    }

    @GetMapping(CHEMIN)
    Vue lister() {
        return TextesPage.de(textes.enVigueur());
    }

    @GetMapping(UN_TEXTE)
    Vue montrer(@PathVariable String nom) {
        var lecteur = lecteur(nom);
        return page(lecteur, textes.enVigueur().getOrDefault(lecteur, ""), Erreurs.aucune());
    }

    @PostMapping(UN_TEXTE)
    Vue ecrire(
            @PathVariable String nom,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String suite,
            Connecte qui) {
        var lecteur = lecteur(nom);
        var net = FormeNormale.texte(texte);
        var erreurs = Erreurs.aucune();
        if (net.isEmpty() || net.length() > TEXTE_MAX) {
            erreurs.ajouter("texte", "administration.accueil.taille", TEXTE_MAX);
        }
        if (!erreurs.vides() || suite.equals("apercu")) {
            return page(lecteur, net, erreurs);
        }
        ecrire.executer(lecteur, net, qui);
        return new Redirection(CHEMIN).avec(Annonce.succes("administration.accueil.ecrit"));
    }

    @PostMapping(UN_TEXTE + "/retablissements")
    Vue retablir(@PathVariable String nom, Connecte qui) {
        ecrire.retablir(lecteur(nom), qui);
        return new Redirection(CHEMIN).avec(Annonce.succes("administration.accueil.retabli"));
    }

    private TexteDAccueilPage page(Public lecteur, String texte, Erreurs erreurs) {
        return new TexteDAccueilPage(
                lecteur.cle(), TextesPage.adresse(lecteur), texte, TextesDAccueil.html(texte), erreurs);
    }

    private static Public lecteur(String nom) {
        return Arrays.stream(Public.values())
                .filter(lecteur -> lecteur.name().toLowerCase().equals(nom))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
