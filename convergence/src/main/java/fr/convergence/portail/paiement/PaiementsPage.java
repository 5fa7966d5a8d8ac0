package fr.convergence.portail.paiement;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Les paiements, pour qui paie.
 *
 * @param titres celui de chaque guichet, par référence de dossier
 * @param debut adresse de la première page, absente quand on y est
 * @param suivante adresse de la page d'après, absente à la fin
 * @param fichier l'adresse de celui du comptable, qui les a tous
 */
public record PaiementsPage(
        FiltreDesPaiements filtre,
        List<Choix> guichets,
        List<LigneDePaiement> lignes,
        Map<String, String> titres,
        Optional<String> debut,
        Optional<String> suivante,
        String fichier)
        implements Page {

    public PaiementsPage {
        guichets = List.copyOf(guichets);
        lignes = List.copyOf(lignes);
    }
}
