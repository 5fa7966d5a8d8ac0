package fr.convergence.isc.rattachement;

import fr.convergence.isc.declarant.ChampsDeDeclarant;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/** « Informations personnelles » d’un représentant ou d’un salarié, et l’entreprise à qui il demande. */
public record InformationsDuRattachementPage(RoleDemande role, Entreprise entreprise, ChampsDeDeclarant champs)
        implements PageDeSaisie {

    @Override
    public Erreurs erreurs() {
        return champs.erreurs();
    }

    public String action() {
        return role.adresse() + "/informations";
    }

    public String retour() {
        return role.adresse() + "/entreprise" + EntrepriseCherchee.requete(entreprise.identifiant());
    }
}
