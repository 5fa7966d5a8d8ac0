package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * L'accueil public.
 *
 * @param espace l'adresse de l'espace de la personne connectée, ou {@code null}
 * @param deconnecte vrai juste après une déconnexion
 */
public record AccueilPage(
        List<Volet> volets,
        List<GuichetAuCalendrier> guichets,
        @Nullable String espace,
        boolean deconnecte) implements Page {

    /** Ce qui est dit à un public. */
    public record Volet(Public lecteur, String html) {}
}
