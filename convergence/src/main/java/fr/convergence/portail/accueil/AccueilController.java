package fr.convergence.portail.accueil;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.texte.Markdown;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** L'accueil public (ACC-1, ACC-2). */
@Controller
@Acces(publique = true)
final class AccueilController {

    private final TextesDAccueil textes;
    private final CalendrierDesGuichets calendrier;

    AccueilController(TextesDAccueil textes, CalendrierDesGuichets calendrier) {
        this.textes = textes;
        this.calendrier = calendrier;
    }

    @GetMapping("/")
    Vue accueil(Optional<Connecte> qui, @RequestParam(required = false) @Nullable String deconnecte) {
        var enVigueur = textes.enVigueur();
        var volets = Arrays.stream(Public.values())
                .map(lecteur -> new AccueilPage.Volet(
                        lecteur,
                        Markdown.rendre(requireNonNull(enVigueur.get(lecteur)), Map.of())
                                .html()))
                .toList();
        return new AccueilPage(
                volets,
                calendrier.guichets(),
                qui.map(connecte -> connecte.role().espace()).orElse(null),
                deconnecte != null && qui.isEmpty());
    }
}
