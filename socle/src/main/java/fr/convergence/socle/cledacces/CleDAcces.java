package fr.convergence.socle.cledacces;

import java.time.Instant;
import java.util.Optional;

/**
 * Une clé, telle que son titulaire la voit.
 *
 * @param identifiant en base64 sans caractère réservé des adresses
 * @param employeeLe dernière connexion, vide si elle n'a pas encore servi
 */
public record CleDAcces(String identifiant, String nom, Instant creeeLe, Optional<Instant> employeeLe) {}
