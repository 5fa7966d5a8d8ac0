package fr.convergence.socle.connexion;

import fr.convergence.socle.origine.Reseau;

/**
 * D'où vient un essai.
 *
 * @param reseau le lieu que comptent les freins
 * @param appareil secret du navigateur, vide s'il n'en a pas
 */
record Origine(Reseau reseau, String appareil) {

    static Origine de(String adresse, String appareil) {
        return new Origine(Reseau.de(adresse), appareil);
    }
}
