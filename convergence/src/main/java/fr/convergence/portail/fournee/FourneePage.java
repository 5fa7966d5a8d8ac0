package fr.convergence.portail.fournee;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;

/** Le compte rendu d'une fournée, étape par étape. */
public record FourneePage(String adresse, List<Ligne> lignes) implements Page {

    /**
     * @param acceptee vide tant qu'elle attend son tour
     * @param issue son nouveau statut, ou pourquoi elle n'est pas validée
     */
    public record Ligne(
            String reference, String dossier, String candidat, Optional<Boolean> acceptee, Optional<Message> issue) {}

    public long attendues() {
        return lignes.stream().filter(ligne -> ligne.acceptee().isEmpty()).count();
    }

    public long acceptees() {
        return lignes.stream().filter(ligne -> ligne.acceptee().orElse(false)).count();
    }

    public long refusees() {
        return lignes.size() - attendues() - acceptees();
    }
}
