package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** La condition d'une étape est remplie, dans sa fenêtre : son référent peut la remplir. */
public record EtapeOuverte(ReferenceDeDossier reference, String etape) implements ActeDuDossier {}
