package fr.convergence.isc.inscription;

import fr.convergence.isc.declarant.Declarant;
import fr.convergence.socle.site.Langue;
import java.time.Instant;
import java.util.UUID;

/** L’inscription d’un mandataire, telle qu’un opérateur l’examine. */
public record DossierDInscription(
        UUID id, Declarant declarant, DocumentDEntreprise document, Instant transmiseLe, Langue langue) {}
