package fr.convergence.isc.inscription;

import fr.convergence.isc.declarant.ChampsDeDeclarant;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/** « Informations personnelles » d’un mandataire. */
public record InformationsDuMandatairePage(ChampsDeDeclarant champs) implements PageDeSaisie {

    @Override
    public Erreurs erreurs() {
        return champs.erreurs();
    }
}
