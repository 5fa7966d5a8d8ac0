package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Reponses;
import java.util.UUID;

/**
 * Une édition qui s'écrit, tenue par qui l'écrit.
 *
 * @param sujet celui de ses lignes de journal : pour l'étape d'un dossier, la référence de celui-ci
 * @param acte celui que qui tient cette édition inscrit pour des réponses écrites
 */
public record EditionOuverte(UUID id, String sujet, ActeDEcriture acte, Reponses reponses) {}
