package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.Region;

/** À quel titre on écrit aux vérificateurs d'un dossier. */
final class AuTitreDe {

    private AuTitreDe() {}

    static String celui(Niveau niveau, Region region) {
        return switch (niveau) {
            case ARS -> Role.ARS.titre(region);
            case ANS -> Role.ANS.titre(region);
        };
    }
}
