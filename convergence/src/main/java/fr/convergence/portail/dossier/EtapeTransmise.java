package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.Reference;
import java.time.Instant;

/**
 * Le référent a transmis une étape.
 *
 * @param reprise vrai quand la transmission répond à une demande de modification
 */
public record EtapeTransmise(Reference reference, String etape, Instant le, boolean reprise) implements ActeDuDossier {}
