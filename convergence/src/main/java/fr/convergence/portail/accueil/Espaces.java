package fr.convergence.portail.accueil;

import fr.convergence.portail.acces.Role;

/** Où travaille chacun. */
final class Espaces {

    private Espaces() {}

    static String de(Role role) {
        return switch (role) {
            case REFERENT -> "/tableau-de-bord";
            case ARS, ANS -> "/instruction";
            case OPERATEUR -> "/administration";
        };
    }

    /** Clé du nom de cet espace dans le menu. */
    static String cle(Role role) {
        return switch (role) {
            case REFERENT -> "accueil.menu.tableau-de-bord";
            case ARS, ANS -> "accueil.menu.instruction";
            case OPERATEUR -> "accueil.menu.administration";
        };
    }
}
