package fr.convergence.demonstration;

import fr.convergence.socle.base.AccesALaBase;

/** La base, sous le rôle qui sert les requêtes et sous celui qui la possède et la migre. */
record DeuxAcces(AccesALaBase application, AccesALaBase proprietaire) {

    boolean unSeulRole() {
        return application.utilisateur().equals(proprietaire.utilisateur());
    }
}
