package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.Reference;

/** Un vérificateur a refusé une étape. */
public record EtapeRefusee(Reference reference, String etape, String motif) implements ActeDuDossier {}
