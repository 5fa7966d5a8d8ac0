package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.Region;
import java.util.List;

/** À quel titre on écrit à quelqu'un de l'équipe : son rôle, et sa région s'il n'en voit qu'une. */
final class AuTitreDe {

    private AuTitreDe() {}

    static String celui(Niveau niveau, Region region) {
        return switch (niveau) {
            case ARS -> Role.ARS.name() + "/" + region.code();
            case ANS -> Role.ANS.name();
        };
    }

    /** Ceux de ce compte, aujourd'hui. */
    static List<String> ceux(Compte compte) {
        var region = compte.region();
        var role = compte.role();
        return List.of(region == null ? role.name() : role.name() + "/" + region.code());
    }
}
