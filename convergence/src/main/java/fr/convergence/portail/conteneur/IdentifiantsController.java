package fr.convergence.portail.conteneur;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConsultation.IdentifiantsLus;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.conteneur.IdentifiantsPage.Remis;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Vue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Les identifiants des conteneurs faits à la demande : les vérificateurs de l'ANS seuls, et chaque lecture laisse sa trace. */
@Controller
@ReserveA(Role.ANS)
final class IdentifiantsController {

    private final EspacesConfidentiels espaces;
    private final Conteneurs conteneurs;
    private final Journal journal;

    IdentifiantsController(EspacesConfidentiels espaces, Conteneurs conteneurs, Journal journal) {
        this.espaces = espaces;
        this.conteneurs = conteneurs;
        this.journal = journal;
    }

    @GetMapping("/instruction/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/conteneurs/{question:[a-z][a-z0-9_]*}")
    Vue lire(Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable String question) {
        var espace = espaces.duVerificateur(qui, reference, etape, question)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var periodes = conteneurs.periodes(espace.etape().id(), question);
        var remis = conteneurs.remis(espace.etape().id(), question).stream()
                .map(conteneur -> Remis.de(
                        conteneur,
                        reference,
                        requireNonNull(periodes.get(conteneur.numero())),
                        conteneurs.identifiants(conteneur)))
                .toList();
        journal.ecrire(Sorte.ACCES.chaine(reference), qui.getName(), new IdentifiantsLus(question));
        return new IdentifiantsPage(reference, etape, espace.question().libelle(), remis);
    }
}
