package fr.convergence.portail.contact;

import java.util.UUID;

/** Un contact a été corrigé à côté de ce qui a été transmis. */
public record ContactCorrige(UUID dossier) {}
