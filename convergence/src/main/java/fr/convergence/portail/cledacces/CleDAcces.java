package fr.convergence.portail.cledacces;

import java.time.Instant;

/**
 * Une clé, telle que son titulaire la voit.
 *
 * @param identifiant en base64 sans caractère réservé des adresses
 * @param employeeLe dernière connexion, ou la création si elle n'a pas encore servi
 */
public record CleDAcces(String identifiant, String nom, Instant creeeLe, Instant employeeLe) {}
