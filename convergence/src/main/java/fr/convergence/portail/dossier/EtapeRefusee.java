package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** Un vérificateur a refusé une étape. */
public record EtapeRefusee(ReferenceDeDossier reference, String etape, String motif) implements ActeDuDossier {}
