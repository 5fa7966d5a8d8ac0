package fr.convergence.portail.tableaudebord;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Optional;

/**
 * « Candidater à un domaine » (TDB-2) : une fenêtre du tableau de bord, ou une page sans script.
 *
 * @param dates celles de chaque domaine ouvert
 * @param anciennes celles dont on peut repartir (DOS-12)
 * @param deja adresse du dossier qu'il a déjà, quand c'est la raison du refus
 * @param reprise où demander celui qu'un autre référent tient, quand c'est la raison du refus
 */
public record DemandePage(
        List<Choix> guichets,
        List<Dates> dates,
        List<Choix> etablissements,
        String guichet,
        String etablissement,
        List<Choix> anciennes,
        String ancienne,
        Optional<String> deja,
        Optional<String> reprise,
        Erreurs erreurs)
        implements PageDeSaisie {

    public DemandePage {
        guichets = List.copyOf(guichets);
        dates = List.copyOf(dates);
        etablissements = List.copyOf(etablissements);
        anciennes = List.copyOf(anciennes);
    }

    /** Les dates d'un domaine ouvert. */
    public record Dates(String domaine, Message periode) {}

    public boolean possible() {
        return !guichets.isEmpty() && !etablissements.isEmpty();
    }
}
