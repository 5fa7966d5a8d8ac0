package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.Reference;

/** La condition d'une étape est remplie, dans sa fenêtre : son référent peut la remplir. */
public record EtapeOuverte(Reference reference, String etape) implements ActeDuDossier {}
