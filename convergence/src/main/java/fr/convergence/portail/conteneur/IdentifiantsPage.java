package fr.convergence.portail.conteneur;

import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;

/** Ce qui ouvre les archives déposées à une question, pour un vérificateur de l'ANS (ZED-2, ZED-4). */
public record IdentifiantsPage(String reference, String etape, String objectif, List<Remis> remis) implements Page {

    /** @param identifiants vide d'un conteneur de la réserve : plus personne ne les lit */
    public record Remis(int numero, Optional<Identifiants> identifiants) {}

    @Override
    public String toString() {
        return "IdentifiantsPage[" + reference + "]";
    }
}
