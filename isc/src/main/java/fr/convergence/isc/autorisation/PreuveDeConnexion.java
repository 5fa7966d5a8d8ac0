package fr.convergence.isc.autorisation;

import java.time.Instant;
import java.util.List;

/**
 * Comment la personne s'est connectée ici, telle que les jetons d'identité le disent.
 *
 * @param session la session, sous un nom que seuls les services connaissent
 * @param le instant de la connexion
 * @param acr niveau atteint
 * @param amr moyens employés (RFC 8176)
 */
public record PreuveDeConnexion(String session, Instant le, String acr, List<String> amr) {}
