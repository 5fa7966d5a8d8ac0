package fr.convergence.isc.entreprise;

import fr.convergence.socle.identifiant.IdentifiantNational;
import java.util.UUID;

/**
 * Une entreprise.
 *
 * @param adresse celle du siège, sur une ligne
 * @param pays code à deux lettres (ISO 3166-1)
 */
public record Entreprise(UUID id, IdentifiantNational identifiant, String raisonSociale, String adresse, String pays) {}
