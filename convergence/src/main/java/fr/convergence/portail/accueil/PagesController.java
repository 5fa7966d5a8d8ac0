package fr.convergence.portail.accueil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.texte.TextePage;
import fr.convergence.socle.texte.Textotheque;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Les pages à lire (ACC-3) : légales, aide, plan du site, et comment avoir un compte quand on ne s'inscrit pas seul. */
@Controller
@Acces(publique = true)
final class PagesController {

    private static final List<String> GUIDES = List.of("inscription", "connexion", "candidature", "instruction");

    private final Textotheque textotheque;
    private final Textes textes;

    PagesController(Textotheque textotheque, Textes textes) {
        this.textotheque = textotheque;
        this.textes = textes;
    }

    @GetMapping("/mentions-legales")
    Vue mentionsLegales() {
        return page("mentions-legales");
    }

    @GetMapping("/donnees-personnelles")
    Vue donneesPersonnelles() {
        return page("donnees-personnelles");
    }

    @GetMapping("/accessibilite")
    Vue accessibilite() {
        return page("accessibilite");
    }

    @GetMapping("/contact")
    Vue contact() {
        return page("contact");
    }

    @GetMapping("/inscription/entreprise")
    Vue inscriptionEntreprise() {
        return page("inscription-entreprise");
    }

    @GetMapping("/connexion/entreprise")
    Vue connexionEntreprise() {
        return page("connexion-entreprise");
    }

    @GetMapping("/inscription/region")
    Vue inscriptionRegion() {
        return page("inscription-region");
    }

    @GetMapping("/aide")
    Vue aide() {
        var guides = GUIDES.stream()
                .map(guide -> new AidePage.Guide("/aide/" + guide, "accueil.aide." + guide))
                .toList();
        return new AidePage(guides, textotheque.de("aide-questions"));
    }

    @GetMapping("/aide/{guide}")
    Vue guide(@PathVariable String guide) {
        if (!GUIDES.contains(guide)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new TextePage(
                textotheque.de("aide-" + guide), List.of(new Lien(textes.de("accueil.menu.aide"), "/aide")));
    }

    /** Rien qui mène à une porte fermée : un visiteur voit où se connecter, une personne connectée son espace. */
    @GetMapping("/plan-du-site")
    Vue plan(Optional<Connecte> qui) {
        return new PlanPage(List.of(
                qui.map(connecte -> partie(
                                "espace",
                                connecte.role().espace(),
                                "/compte",
                                "/",
                                "/guichets",
                                "/verification",
                                "/contact"))
                        .orElseGet(() -> partie(
                                "visiteur",
                                "/",
                                "/connexion",
                                "/connexion/equipe",
                                "/inscription",
                                "/guichets",
                                "/verification",
                                "/contact")),
                partie(
                        "aide",
                        "/aide",
                        "/aide/inscription",
                        "/aide/connexion",
                        "/aide/candidature",
                        "/aide/instruction"),
                partie(
                        "legal",
                        "/mentions-legales",
                        "/donnees-personnelles",
                        "/accessibilite",
                        "/cgu",
                        "/plan-du-site")));
    }

    private PlanPage.Partie partie(String nom, String... pages) {
        var liens = List.of(pages).stream()
                .map(vers -> new Lien(textes.de("accueil.plan." + vers), vers))
                .toList();
        return new PlanPage.Partie(textes.de("accueil.plan." + nom), liens);
    }

    private Vue page(String nom) {
        return new TextePage(textotheque.de(nom), List.of());
    }
}
