package fr.convergence.portail.reprise;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/**
 * Demander une candidature : laquelle, et pourquoi.
 *
 * @param guichet son code, {@code titre} son nom ; vide si elle n'est pas, ou plus, à demander
 * @param candidat la clé de l'établissement, {@code etablissement} son nom
 */
public record NouvelleReprisePage(
        List<Lien> menu,
        String guichet,
        String titre,
        String candidat,
        String etablissement,
        String message,
        Erreurs erreurs)
        implements PageDeSaisie {

    static final String MESSAGE = "message";

    public boolean possible() {
        return !titre.isEmpty();
    }
}
