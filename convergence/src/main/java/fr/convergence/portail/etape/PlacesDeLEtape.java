package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.dossier.PlacesOuvertes;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Juge une place comme la page la montre : d'après les réponses évaluées. */
@Component
final class PlacesDeLEtape implements PlacesOuvertes {

    private final Saisies saisies;
    private final GuichetsPublies guichets;

    PlacesDeLEtape(Saisies saisies, GuichetsPublies guichets) {
        this.saisies = saisies;
        this.guichets = guichets;
    }

    /** Seul un retour limité regarde les réponses : ailleurs, un morceau de fichier n'a pas à faire évaluer le formulaire. */
    @Override
    public boolean ouverte(Dossier dossier, Etape etape, Question porteuse, Emplacement place, Instant lue) {
        return Obstacle.de(etape, guichets.fenetre(dossier.guichet(), etape.code()), lue)
                        .isEmpty()
                && (!(etape.etat() instanceof AModifier retour)
                        || retour.rouvre(porteuse.designations(place))
                        || montree(dossier, etape, porteuse, place, lue));
    }

    private boolean montree(Dossier dossier, Etape etape, Question porteuse, Emplacement place, Instant lue) {
        return saisies.de(dossier, etape, lue)
                .filter(saisie ->
                        saisie.evaluation().place(place.cle()).isPresent() && saisie.modifiable(porteuse, place))
                .isPresent();
    }
}
