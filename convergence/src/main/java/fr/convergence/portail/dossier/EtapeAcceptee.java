package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** Le dernier niveau du circuit a accepté une étape. */
public record EtapeAcceptee(ReferenceDeDossier reference, String etape) implements ActeDuDossier {}
