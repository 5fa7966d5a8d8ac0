package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.Reference;

/** Le dernier niveau du circuit a accepté une étape. */
public record EtapeAcceptee(Reference reference, String etape) implements ActeDuDossier {}
