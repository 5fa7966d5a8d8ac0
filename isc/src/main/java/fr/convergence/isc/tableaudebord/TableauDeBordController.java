package fr.convergence.isc.tableaudebord;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.collaborateur.CollaborateursDeLEntreprise;
import fr.convergence.isc.collaborateur.CollaborateursPage;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.demande.Demandes;
import fr.convergence.isc.demande.DemandesPage;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.isc.service.ServicesDuMembre;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Ce qui attend une personne, et où aller. */
@Controller
@ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.SALARIE})
final class TableauDeBordController {

    private static final int DERNIERS = 3;
    private static final int DEMANDES = 2;
    private static final int PLAFOND = 100;

    private final Comptes comptes;
    private final Entreprises entreprises;
    private final CollaborateursDeLEntreprise collaborateurs;
    private final Demandes demandes;
    private final ServicesDuMembre services;

    TableauDeBordController(
            Comptes comptes,
            Entreprises entreprises,
            CollaborateursDeLEntreprise collaborateurs,
            Demandes demandes,
            ServicesDuMembre services) {
        this.comptes = comptes;
        this.entreprises = entreprises;
        this.collaborateurs = collaborateurs;
        this.demandes = demandes;
        this.services = services;
    }

    @GetMapping("/tableau-de-bord")
    Vue montrer(Membre qui) {
        return new TableauDeBordPage(
                comptes.titulaire(qui.compte()).orElseThrow(),
                entreprises.une(qui.sonEntreprise()).orElseThrow(),
                services.de(qui),
                collaborateurs.derniers(qui, DERNIERS).stream()
                        .map(collaborateur ->
                                new CollaborateursPage.Ligne(collaborateur, collaborateur.encadrePar(qui)))
                        .toList(),
                qui.fonction().traiteLesDemandes() ? demandes(qui) : List.of(),
                qui.fonction().traiteLesDemandes()
                        ? demandes.nombres(qui, PLAFOND).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        : 0);
    }

    private List<DemandesPage.Ligne> demandes(Membre qui) {
        return demandes.aTraiter(qui, Optional.empty(), DEMANDES).stream()
                .map(demande -> new DemandesPage.Ligne(
                        demande.id(),
                        demande.deposeeLe(),
                        DemandesPage.demandeur(demande, demande.demandeur().flatMap(comptes::titulaire)),
                        demande.nature()))
                .toList();
    }
}
