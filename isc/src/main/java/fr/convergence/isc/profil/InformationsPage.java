package fr.convergence.isc.profil;

import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/**
 * Demander de changer ses informations.
 *
 * @param mandataire vrai si c'est un opérateur qui décidera
 */
public record InformationsPage(List<Lien> menu, SaisieDInformations saisie, boolean mandataire, Erreurs erreurs)
        implements PageDeSaisie {

    public List<Civilite> civilites() {
        return List.of(Civilite.values());
    }
}
