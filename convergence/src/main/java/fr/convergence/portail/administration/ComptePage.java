package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Un compte de l'équipe.
 *
 * @param actes ce que l'opérateur peut en faire : rien du sien
 */
public record ComptePage(ComptesPage.Ligne compte, List<Acte> actes) implements Page {

    /** @param vers page de confirmation */
    public record Acte(String cle, String vers) {}

    static ComptePage de(Compte compte, Connecte operateur) {
        var ligne = ComptesPage.Ligne.de(compte);
        var possibles =
                compte.id().equals(operateur.compte()) ? List.<ActeSurCompte>of() : ActeSurCompte.possibles(compte);
        return new ComptePage(
                ligne,
                possibles.stream()
                        .map(acte -> new Acte(acte.cle(), ligne.vers() + "/" + acte.chemin()))
                        .toList());
    }
}
