package fr.convergence.portail.reprise;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;

/** Les demandes de reprise ouvertes, devant l'opérateur : celles qu'il tranche d'abord. */
public record ArbitragesPage(List<Ligne> lignes) implements Page {

    public ArbitragesPage {
        lignes = List.copyOf(lignes);
    }

    public record Ligne(String reference, String demandeur, String referent, Instant le, Message etat) {}
}
