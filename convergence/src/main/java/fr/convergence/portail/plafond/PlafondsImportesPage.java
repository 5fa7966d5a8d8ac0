package fr.convergence.portail.plafond;

import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Le rapport d'un import.
 *
 * @param lignes les premières : ajoutées, changées ou refusées
 */
public record PlafondsImportesPage(RapportDePlafonds rapport, List<RapportDePlafonds.Ligne> lignes) implements Page {

    /** Vrai quand le fichier en compte plus qu'il ne s'en montre. */
    public boolean abregee() {
        return rapport.ajoutees() + rapport.changees() + rapport.refusees() > lignes.size();
    }
}
