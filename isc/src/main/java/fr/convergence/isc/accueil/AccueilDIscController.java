package fr.convergence.isc.accueil;

import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.texte.TextePage;
import fr.convergence.socle.texte.Textotheque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** L'accueil public et les pages à lire (ISC-1). */
@Controller
@Acces(publique = true)
final class AccueilDIscController {

    private final Textotheque textotheque;

    AccueilDIscController(Textotheque textotheque) {
        this.textotheque = textotheque;
    }

    @GetMapping("/")
    Vue accueil(Optional<Membre> qui, @RequestParam(required = false) @Nullable String deconnecte) {
        return new AccueilDIscPage(
                qui.map(membre -> membre.fonction().espace()).orElse(null), deconnecte != null && qui.isEmpty());
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

    private Vue page(String nom) {
        return new TextePage(textotheque.de(nom), List.of());
    }
}
