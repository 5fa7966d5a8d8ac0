package fr.convergence.portail.accueil;

import fr.convergence.portail.accueil.GuichetAuCalendrier.Etat;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Moment;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lit les guichets en vigueur et où en est la première étape de chacun. */
@Component
final class CalendrierDepuisLesGuichets implements CalendrierDesGuichets {

    private final GuichetsPublies guichets;
    private final Clock horloge;

    CalendrierDepuisLesGuichets(GuichetsPublies guichets, Clock horloge) {
        this.guichets = guichets;
        this.horloge = horloge;
    }

    @Override
    public List<GuichetAuCalendrier> guichets() {
        return guichets.enVigueur().stream()
                .map(Guichet::definition)
                .map(this::auCalendrier)
                .sorted(Comparator.comparing(GuichetAuCalendrier::etat).thenComparing(GuichetAuCalendrier::titre))
                .toList();
    }

    private GuichetAuCalendrier auCalendrier(DefinitionGuichet definition) {
        var fenetre = definition.etapes().getFirst().fenetre();
        return new GuichetAuCalendrier(
                definition.titre(),
                definition.programme(),
                etat(fenetre),
                fenetre.du().ouverture(),
                fenetre.limite().map(Moment::echeance).orElse(null));
    }

    private Etat etat(Fenetre fenetre) {
        return switch (fenetre.etat(horloge.instant())) {
            case A_VENIR -> Etat.BIENTOT;
            case OUVERTE -> Etat.OUVERT;
            case CLOSE -> Etat.FERME;
        };
    }
}
