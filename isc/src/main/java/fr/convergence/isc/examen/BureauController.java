package fr.convergence.isc.examen;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.demande.Demandes;
import fr.convergence.isc.inscription.InscriptionsAExaminer;
import fr.convergence.socle.page.Vue;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Le bureau des opérateurs : ce qui attend, le plus ancien d'abord. */
@Controller
@ReserveAux(Fonction.OPERATEUR)
final class BureauController {

    static final String BUREAU = "/administration";
    static final String INSCRIPTIONS = "/administration/inscriptions";
    private static final int LIGNES = 25;
    private static final int PLAFOND = 100;

    private final InscriptionsAExaminer inscriptions;
    private final Demandes demandes;
    private final Clock horloge;

    BureauController(InscriptionsAExaminer inscriptions, Demandes demandes, Clock horloge) {
        this.inscriptions = inscriptions;
        this.demandes = demandes;
        this.horloge = horloge;
    }

    @GetMapping(BUREAU)
    Vue bureau(Membre qui) {
        return new BureauPage(
                inscriptions.file(null, PLAFOND).size(),
                demandes.nombres(qui, PLAFOND).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @GetMapping(INSCRIPTIONS)
    Vue file(@RequestParam(required = false) @Nullable UUID apres) {
        var derniere = apres == null ? null : inscriptions.une(apres).orElse(null);
        return FilePage.de(inscriptions.file(derniere, LIGNES + 1), LIGNES, derniere != null, horloge.instant());
    }
}
