package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Page;
import java.util.List;

/** « Les guichets » : où en est chacun, ses étapes, leurs dates. */
public record CalendrierPage(List<GuichetAuCalendrier> guichets) implements Page {

    public CalendrierPage {
        guichets = List.copyOf(guichets);
    }
}
