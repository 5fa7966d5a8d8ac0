package fr.convergence.portail.dossier;

import java.util.UUID;

/**
 * Le candidat de ce dossier ne se nomme plus de la même façon.
 *
 * @param triAvant sous quel nom ses étapes se rangeaient
 */
public record DossierRenomme(UUID dossier, String triAvant) {}
