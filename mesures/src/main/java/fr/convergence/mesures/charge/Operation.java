package fr.convergence.mesures.charge;

import java.io.IOException;

/**
 * Un geste que l'on mesure. Il vérifie lui-même sa réponse et jette ce qui n'est pas ce qu'il attend.
 *
 * @param nom tel que le rapport le nomme
 * @param objets combien de dossiers (ou de vues) différents il emploie ; chaque connexion a les siens
 * @param epuisable vrai si un objet ne sert qu'une fois
 */
record Operation(String nom, int objets, boolean epuisable, Geste geste) {

    /** Le geste lui-même, sur un objet. */
    @FunctionalInterface
    interface Geste {
        void executer(Connexion connexion, int objet) throws IOException;
    }

    static Operation repetable(String nom, int objets, Geste geste) {
        return new Operation(nom, objets, false, geste);
    }
}
