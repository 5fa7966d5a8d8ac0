package fr.convergence.isc.tableaudebord;

import fr.convergence.isc.collaborateur.CollaborateursPage;
import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.demande.DemandesPage;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.isc.service.ServicesDuMembre;
import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Le tableau de bord d'une personne.
 *
 * @param derniers les collaborateurs qui se sont connectés les derniers, soi-même excepté
 * @param demandes les plus anciennes à traiter
 * @param nombreDeDemandes combien il y en a, cent au plus
 */
public record TableauDeBordPage(
        Compte compte,
        Entreprise entreprise,
        ServicesDuMembre.Partage services,
        List<CollaborateursPage.Ligne> derniers,
        List<DemandesPage.Ligne> demandes,
        long nombreDeDemandes)
        implements Page {}
