package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.AdministrationPage.Alerte;
import fr.convergence.portail.administration.AdministrationPage.Rubrique;
import fr.convergence.portail.conteneur.ReserveDeConteneurs;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Vue;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** L'accueil de l'opérateur. */
@Controller
@Acces(Role.OPERATEUR)
final class AdministrationController {

    static final String CHEMIN = "/administration";

    private static final List<Rubrique> RUBRIQUES = List.of(
            new Rubrique("administration.comptes", ComptesController.CHEMIN),
            new Rubrique("administration.referents", ReferentsController.CHEMIN),
            new Rubrique("transfert.operateur", "/administration/transferts"),
            new Rubrique("reprise.operateur", "/administration/reprises"),
            new Rubrique("administration.guichets", "/administration/guichets"),
            new Rubrique("administration.referentiel", "/administration/referentiel"),
            new Rubrique("administration.conteneurs", "/administration/conteneurs"),
            new Rubrique("administration.plafonds", "/administration/plafonds"),
            new Rubrique("administration.accueil", TextesController.CHEMIN),
            new Rubrique("administration.modeles", ModelesController.CHEMIN),
            new Rubrique("administration.courriels", CourrielsController.CHEMIN),
            new Rubrique("administration.journal", JournalController.CHEMIN));

    private final Analyse analyse;
    private final ReserveDeConteneurs reserve;

    AdministrationController(Analyse analyse, ReserveDeConteneurs reserve) {
        this.reserve = reserve;
        this.analyse = analyse;
    }

    @GetMapping(CHEMIN)
    Vue accueil() {
        return new AdministrationPage(RUBRIQUES, alertes());
    }

    private List<Alerte> alertes() {
        var alertes = new ArrayList<Alerte>();
        var enRetard = analyse.enRetard();
        if (enRetard > 0) {
            alertes.add(analyse(new Message("administration.analyse.retard", enRetard)));
        }
        if (!analyse.avecAntivirus()) {
            alertes.add(analyse(new Message("administration.analyse.sans")));
        } else if (analyse.nonAnalyses()) {
            alertes.add(analyse(new Message("administration.analyse.reprise")));
        }
        reserve.epuisees()
                .forEach(guichet -> alertes.add(new Alerte(
                        new Message("administration.conteneurs"), new Message("conteneur.reserve.vide", guichet))));
        return alertes;
    }

    private static Alerte analyse(Message texte) {
        return new Alerte(new Message("administration.analyse"), texte);
    }
}
