package fr.convergence.portail.dossier;

import java.util.UUID;

/** Le candidat de ce dossier ne se nomme plus de la même façon. */
public record DossierRenomme(UUID dossier) {}
