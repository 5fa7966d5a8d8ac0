package fr.convergence.portail.reprise;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * La demande de reprise d'un dossier, devant l'opérateur.
 *
 * @param jointe une preuve vient d'être jointe, alors qu'une décision s'écrivait
 */
public record ArbitragePage(
        String reference,
        String guichet,
        String etablissement,
        Optional<Demande> demande,
        List<Choix> decisions,
        String decision,
        String motif,
        boolean jointe,
        String formats,
        String extensions,
        Erreurs erreurs)
        implements PageDeSaisie {

    static final String DECISION = "decision";
    static final String MOTIF = "motif";
    static final String FICHIER = "fichier";

    /** @param refus pourquoi l'analyse l'a refusé */
    public record Preuve(String nom, long taille, boolean lisible, Optional<Message> refus) {}

    /**
     * @param refus ce que le référent a répondu
     * @param tranchable c'est à l'opérateur
     */
    public record Demande(
            String id,
            String demandeur,
            String referent,
            Instant le,
            String message,
            Message etat,
            Optional<String> refus,
            Optional<Preuve> preuve,
            boolean tranchable) {}
}
