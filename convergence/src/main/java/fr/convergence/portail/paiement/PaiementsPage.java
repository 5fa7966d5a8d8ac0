package fr.convergence.portail.paiement;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Map;

/**
 * Les paiements, pour qui paie.
 *
 * @param titres celui de chaque guichet, par référence de dossier
 * @param tous faux quand la page n'en montre que les plus récents
 * @param fichier l'adresse de celui du comptable, qui les a tous
 */
public record PaiementsPage(
        FiltreDesPaiements filtre,
        List<Choix> guichets,
        List<LigneDePaiement> lignes,
        Map<String, String> titres,
        boolean tous,
        String fichier)
        implements Page {

    public PaiementsPage {
        guichets = List.copyOf(guichets);
        lignes = List.copyOf(lignes);
    }
}
