package fr.convergence.isc.identite;

import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.UUID;

/** Les opérateurs, et lesquels voient les vidéos. */
public record LecteursPage(List<Ligne> lignes) implements Page {

    /** @param soi celui qui lit la page : il ne se nomme pas */
    public record Ligne(UUID compte, String nom, boolean nomme, boolean soi) {}
}
