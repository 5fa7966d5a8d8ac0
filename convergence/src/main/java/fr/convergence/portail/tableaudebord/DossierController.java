package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.attente.Attentes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.messagerie.MessagesNonLus;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** La vue d'ensemble d'un dossier et son histoire. */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}")
final class DossierController {

    /** Un formulaire rempli en écrit des centaines : elles se demandent à part. */
    private final Dossiers dossiers;

    private final VueDEnsemble vue;
    private final HistoriqueDuDossier historique;
    private final MessagesNonLus messages;
    private final Attentes attentes;
    private final DossiersDuReferent siens;

    DossierController(
            Dossiers dossiers,
            VueDEnsemble vue,
            HistoriqueDuDossier historique,
            MessagesNonLus messages,
            Attentes attentes,
            DossiersDuReferent siens) {
        this.siens = siens;
        this.messages = messages;
        this.attentes = attentes;
        this.dossiers = dossiers;
        this.vue = vue;
        this.historique = historique;
    }

    @GetMapping
    Vue dossier(Connecte qui, @PathVariable String reference) {
        var dossier = lire(qui, reference);
        return vue.de(
                qui, dossier, messages.carte(qui, dossier), siens.enTientUnAutre(qui, dossier), attentes.de(dossier));
    }

    @GetMapping("/historique")
    Vue historique(Connecte qui, @PathVariable String reference) {
        var dossier = lire(qui, reference);
        var page = vue.de(qui, dossier, messages.carte(qui, dossier), false, List.of());
        return new HistoriquePage(
                reference,
                page.guichet(),
                historique.pourLeReferent(dossier),
                dossier.etapes().stream()
                        .collect(Collectors.toMap(
                                etape -> etape.code(),
                                etape -> page.etapes().get(etape.rang() - 1).titre())));
    }

    /** Le dossier d'un autre n'existe pas. */
    private Dossier lire(Connecte qui, String reference) {
        return dossiers.duReferent(qui, new ReferenceDeDossier(reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
