package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Instant;

/**
 * Un vérificateur a rendu une étape au référent.
 *
 * @param corrections les questions désignées et pourquoi, une par ligne, en clair ; vide s'il n'en désigne aucune
 * @param limitee vrai si seules ces questions sont rouvertes
 */
public record ModificationDemandee(
        ReferenceDeDossier reference,
        String etape,
        String motif,
        String corrections,
        boolean limitee,
        Instant retourAvant)
        implements ActeDuDossier {}
