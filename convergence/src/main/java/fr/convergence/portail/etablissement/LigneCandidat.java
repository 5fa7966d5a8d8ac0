package fr.convergence.portail.etablissement;

import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.util.Optional;

/**
 * Un établissement à choisir dans une liste (eCaRE, « Sélectionner »). Pour un GHT, {@code finess}, {@code raisonSociale}
 * et {@code commune} sont ceux de son établissement support.
 */
public record LigneCandidat(
        CleCandidat cle, String nom, Optional<CodeGht> ght, Finess finess, String raisonSociale, String commune) {}
