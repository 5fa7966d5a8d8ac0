package fr.convergence.portail.accueil;

import fr.convergence.portail.accueil.GuichetAuCalendrier.Etat;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Les guichets et leurs dates, lus de leurs définitions en vigueur : jamais d'un texte (ACC-2). */
@Component
final class CalendrierDesGuichets {

    private static final Comparator<GuichetAuCalendrier> ORDRE = Comparator.comparing(GuichetAuCalendrier::etat)
            .thenComparing(GuichetAuCalendrier::ouvre)
            .thenComparing(GuichetAuCalendrier::titre);

    private final GuichetsPublies guichets;
    private final Clock horloge;

    CalendrierDesGuichets(GuichetsPublies guichets, Clock horloge) {
        this.guichets = guichets;
        this.horloge = horloge;
    }

    /** Ouverts d'abord, puis ceux qui ouvriront, puis les fermés. */
    List<GuichetAuCalendrier> guichets() {
        var maintenant = horloge.instant();
        return guichets.enVigueur().stream()
                .map(guichet -> auCalendrier(guichet, maintenant))
                .sorted(ORDRE)
                .toList();
    }

    /** Ouvert tant qu'on peut y créer une candidature ; la date dite est la dernière seconde où on le peut. */
    private static GuichetAuCalendrier auCalendrier(Guichet guichet, Instant maintenant) {
        var definition = guichet.definition();
        var fenetre = definition.etapes().getFirst().fenetre();
        var limite = switch (fenetre) {
            case Fenetre.Candidature candidature -> Optional.of(candidature.au());
            case Fenetre.Plage plage -> plage.limite();
        };
        return new GuichetAuCalendrier(
                definition.titre(),
                definition.programme(),
                etat(Fenetre.etat(maintenant, fenetre.du(), limite)),
                fenetre.du().ouverture(),
                limite.map(Moment::ouverture).orElse(null));
    }

    private static Etat etat(Fenetre.Etat etat) {
        return switch (etat) {
            case OUVERTE -> Etat.OUVERT;
            case A_VENIR -> Etat.BIENTOT;
            case CLOSE -> Etat.FERME;
        };
    }
}
