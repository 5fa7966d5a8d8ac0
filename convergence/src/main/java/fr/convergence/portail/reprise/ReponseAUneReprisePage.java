package fr.convergence.portail.reprise;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.Optional;

/** La demande de reprise d'un dossier, devant son référent. */
public record ReponseAUneReprisePage(
        String reference,
        String guichet,
        String etablissement,
        Optional<Demande> demande,
        String motif,
        Erreurs erreurs)
        implements PageDeSaisie {

    static final String MOTIF = "motif";

    /**
     * @param acceptable elle attend encore
     * @param refusable son référent est dans le délai
     */
    public record Demande(
            String id,
            String demandeur,
            String courriel,
            String message,
            Message etat,
            boolean acceptable,
            boolean refusable) {}
}
