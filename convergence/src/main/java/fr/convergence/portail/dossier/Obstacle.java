package fr.convergence.portail.dossier;

import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Moment;
import java.time.Instant;
import java.util.Optional;

/** Ce qui empêche le référent d'écrire dans une étape : son état, ou l'heure (DOS-7). */
public sealed interface Obstacle {

    record PasEncoreOuverte(Instant ouvre) implements Obstacle {}

    record DelaiPasse(Instant depuis) implements Obstacle {}

    record EtatFige(EtatEtape etat) implements Obstacle {}

    /**
     * Une étape rendue suit son propre délai, même après celui du guichet (DOS-7).
     *
     * @param fenetre celle en vigueur
     * @param instant celui où la requête est arrivée
     */
    static Optional<Obstacle> de(Etape etape, Fenetre fenetre, Instant instant) {
        return switch (etape.etat()) {
            case AModifier retour when instant.isBefore(retour.retourAvant()) -> Optional.empty();
            case AModifier retour -> Optional.of(new DelaiPasse(retour.retourAvant()));
            case EtatEtape.Brouillon _ ->
                switch (fenetre.etat(instant)) {
                    case OUVERTE -> Optional.empty();
                    case A_VENIR ->
                        Optional.of(new PasEncoreOuverte(fenetre.du().ouverture()));
                    case CLOSE -> fenetre.limite().map(Moment::echeance).map(DelaiPasse::new);
                };
            case EtatEtape.Close cloture -> Optional.of(new DelaiPasse(cloture.le()));
            case EtatEtape.Fermee _, EtatEtape.EnVerification _, EtatEtape.Acceptee _, EtatEtape.Refusee _ ->
                Optional.of(new EtatFige(etape.etat()));
        };
    }
}
