package fr.convergence.portail.plafond;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Les montants plafonds connus, et de quoi en importer. */
public record PlafondsPage(Erreurs erreurs, List<Connus> connus, List<RapportDePlafonds> imports)
        implements PageDeSaisie {

    /** Combien de candidats d'un guichet en ont un. */
    public record Connus(String guichet, long nombre) {}
}
