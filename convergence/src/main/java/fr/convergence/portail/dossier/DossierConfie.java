package fr.convergence.portail.dossier;

import java.util.UUID;

/** Ce dossier a changé de référent. */
public record DossierConfie(UUID dossier) {}
