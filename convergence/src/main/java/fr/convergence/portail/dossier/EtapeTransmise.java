package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Instant;

/**
 * Le référent a transmis une étape.
 *
 * @param edition numéro de l'édition scellée, qui est celui de son accusé de dépôt
 * @param reprise vrai quand la transmission répond à une demande de modification
 */
public record EtapeTransmise(ReferenceDeDossier reference, String etape, Instant le, int edition, boolean reprise)
        implements ActeDuDossier {}
