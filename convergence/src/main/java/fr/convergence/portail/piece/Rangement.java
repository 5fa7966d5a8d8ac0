package fr.convergence.portail.piece;

import java.util.UUID;

/**
 * Où un fichier est rangé.
 *
 * @param reference celle du dossier
 * @param confidentielle un conteneur : un vérificateur de l'ARS sait qu'il est là, et ne l'ouvre pas (ZED-4)
 * @param scellee vrai si le fichier fait partie d'une édition transmise : il ne s'efface plus
 */
record Rangement(
        UUID fichier,
        String reference,
        UUID etape,
        String question,
        UUID par,
        boolean confidentielle,
        boolean scellee,
        boolean retiree) {}
