package fr.convergence.isc.administration;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.cle.ClesDeSignature;
import fr.convergence.isc.cle.TournerCles;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les clés dont les jetons sont signés : leur état, et les remplacer sans attendre leur heure. */
@Controller
@ReserveAux(Fonction.OPERATEUR)
@RequestMapping(ClesDeSignatureController.CHEMIN)
final class ClesDeSignatureController {

    static final String CHEMIN = "/administration/cles";

    private final ClesDeSignature cles;
    private final TournerCles tourner;
    private final Journal journal;

    ClesDeSignatureController(ClesDeSignature cles, TournerCles tourner, Journal journal) {
        this.cles = cles;
        this.tourner = tourner;
        this.journal = journal;
    }

    @GetMapping
    Vue liste() {
        return new ClesDeSignaturePage(cles.toutes());
    }

    @PostMapping("/remplacements")
    Vue remplacer(@RequestParam AlgorithmeDeCle algorithme, Membre qui) {
        tourner.toutDeSuite(algorithme);
        journal.ecrire(ActeDIsc.CHAINE_DES_CLES, qui.getName(), new ActeDIsc.CleRemplacee(algorithme.name()));
        return new Redirection(CHEMIN).avec(Annonce.succes("administration.cles.remplacee"));
    }

    @PostMapping("/retraits")
    Vue retirer(@RequestParam String kid, Membre qui) {
        if (!tourner.retirer(kid)) {
            return new Redirection(CHEMIN).avec(Annonce.avertissement("administration.cles.pas-passive"));
        }
        journal.ecrire(ActeDIsc.CHAINE_DES_CLES, qui.getName(), new ActeDIsc.CleRetiree(kid));
        return new Redirection(CHEMIN).avec(Annonce.succes("administration.cles.retiree"));
    }
}
