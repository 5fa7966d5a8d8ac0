package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;

/** Dit à l'usager ce qui empêche d'écrire ou de transmettre. */
final class Obstacles {

    private Obstacles() {}

    static Message message(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.PasEncoreOuverte(var ouvre) ->
                new Message("etape.obstacle.pas-ouverte", Formats.dateHeure(ouvre));
            // Le haut de la page dit déjà quelle était la limite, et que faire.
            case Obstacle.DelaiPasse _ -> new Message("etape.obstacle.delai");
            case Obstacle.EtatFige _ -> new Message("etape.obstacle.fige");
        };
    }
}
