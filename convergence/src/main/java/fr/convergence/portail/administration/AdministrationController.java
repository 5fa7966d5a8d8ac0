package fr.convergence.portail.administration;

import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.AdministrationPage.Alerte;
import fr.convergence.portail.administration.AdministrationPage.Rubrique;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.sonde.Veilles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** L'accueil de l'opérateur. */
@Controller
@ReserveA(Role.OPERATEUR)
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
    private final Veilles veilles;

    AdministrationController(Analyse analyse, Veilles veilles) {
        this.analyse = analyse;
        this.veilles = veilles;
    }

    @GetMapping(CHEMIN)
    Vue accueil() {
        return new AdministrationPage(RUBRIQUES, alertes());
    }

    private List<Alerte> alertes() {
        var alertes = new ArrayList<Alerte>();
        veilles.constats(CHEMIN).stream()
                .map(constat -> new Alerte(constat.titre(), constat.texte(), ailleurs(constat.vers())))
                .forEach(alertes::add);
        if (!analyse.avecAntivirus()) {
            alertes.add(analyse(new Message("administration.analyse.sans")));
        } else if (analyse.nonAnalyses()) {
            alertes.add(analyse(new Message("administration.analyse.reprise")));
        }
        return alertes;
    }

    /** Cette page ne mène pas à elle-même. */
    private static @Nullable String ailleurs(String vers) {
        return vers.equals(CHEMIN) ? null : vers;
    }

    private static Alerte analyse(Message texte) {
        return new Alerte(new Message("administration.analyse"), texte, null);
    }
}
