package fr.convergence.isc.kbis;

import java.util.Optional;

/**
 * Une personne physique nommée dans un Kbis.
 *
 * @param qualite telle qu’elle y est écrite
 * @param engage vrai si cette qualité permet d’engager l’entreprise : un administrateur, un commissaire aux comptes ne le peuvent pas seuls
 * @param par la personne morale qui dirige l’entreprise, et que cette personne représente
 */
public record Mandataire(NomLu nom, String qualite, boolean engage, Optional<String> par) {

    /** « Jean DUPONT ». */
    public String affichage() {
        return nom.affichage();
    }
}
