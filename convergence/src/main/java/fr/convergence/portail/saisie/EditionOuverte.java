package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Reponses;
import java.util.UUID;

/**
 * Une édition qui s'écrit, tenue par qui l'écrit.
 *
 * @param sujet celui de ses lignes de journal : la référence du dossier
 * @param nom le sien dans ces lignes : le code de l'étape
 */
public record EditionOuverte(UUID id, String sujet, String nom, Reponses reponses) {}
