package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.Reference;
import java.time.Instant;

/** Un vérificateur a rendu une étape au référent. */
public record ModificationDemandee(Reference reference, String etape, String motif, Instant retourAvant)
        implements ActeDuDossier {}
