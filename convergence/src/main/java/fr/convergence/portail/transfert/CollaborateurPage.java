package fr.convergence.portail.transfert;

import fr.convergence.socle.page.Page;

/** Un collaborateur : « Ses informations », et la fenêtre où lui transférer des dossiers. */
public record CollaborateurPage(TransfertPage transfert) implements Page {}
